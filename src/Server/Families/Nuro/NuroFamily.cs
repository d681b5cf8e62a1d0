using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Families.Nuro;

/// <summary>The nuro family.</summary>
internal sealed class NuroFamily : IFamily
{
    public string Name => Translation.Family;

    public string About => "One song or instrumental a call.";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Prices>();
        services.AddSingleton<IWebhookBodies, WebhookBodies>();
    }

    public void MapTo(IEndpointRouteBuilder group) => group.MapNuro();
}

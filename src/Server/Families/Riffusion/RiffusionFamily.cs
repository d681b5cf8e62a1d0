using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>The riffusion family.</summary>
internal sealed class RiffusionFamily : IFamily
{
    public string Name => CreateDesk.Family;

    public string About => "Two clips a call; sections, sounds and vocals swapped.";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Prices>();
        services.AddSingleton<CreateDesk>();
        services.AddSingleton<Responses>();
        services.AddSingleton<IWebhookBodies, WebhookBodies>();
    }

    public void MapTo(IEndpointRouteBuilder group) => group.MapRiffusion();
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Families.Studio;

/// <summary>The studio family.</summary>
internal sealed class StudioFamily : IFamily
{
    public string Name => CreateDesk.Family;

    public string About => "Two songs a call, 130 or 32 seconds each, and continuations of them.";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Prices>();
        services.AddSingleton<CreateDesk>();
        services.AddSingleton<IWebhookBodies, WebhookBodies>();
    }

    public void MapTo(IEndpointRouteBuilder group) => group.MapStudio();
}

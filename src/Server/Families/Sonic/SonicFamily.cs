using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The sonic family.</summary>
internal sealed class SonicFamily : IFamily
{
    public string Name => CreateDesk.Family;

    public string About => "Two clips a call, and edits of them.";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<Prices>();
        services.AddSingleton<CreateDesk>();
        services.AddSingleton<EditDesk>();
        services.AddSingleton<FileDesk>();
        services.AddSingleton<IWebhookBodies, WebhookBodies>();
    }

    public void MapTo(IEndpointRouteBuilder group) => group.MapSonic();
}

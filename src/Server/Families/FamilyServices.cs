using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Families;

/// <summary>The parts of each family.</summary>
internal static class FamilyServices
{
    public static void AddFamilies(this IServiceCollection services)
    {
        services.AddSingleton<Nuro.Prices>();
        services.AddSingleton<IWebhookBodies, Nuro.WebhookBodies>();
        services.AddSingleton<Sonic.Prices>();
        services.AddSingleton<Sonic.CreateDesk>();
        services.AddSingleton<Sonic.EditDesk>();
        services.AddSingleton<IWebhookBodies, Sonic.WebhookBodies>();
        services.AddSingleton<Riffusion.Prices>();
        services.AddSingleton<Riffusion.CreateDesk>();
        services.AddSingleton<Riffusion.Responses>();
        services.AddSingleton<IWebhookBodies, Riffusion.WebhookBodies>();
        services.AddSingleton<Studio.Prices>();
        services.AddSingleton<Studio.CreateDesk>();
        services.AddSingleton<IWebhookBodies, Studio.WebhookBodies>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Hooks;

/// <summary>The parts that send webhooks.</summary>
internal static class WebhookServices
{
    /// <summary>Adds them. The sender starts behind the services added before, which bring the books up to date.</summary>
    public static void AddWebhooks(this IServiceCollection services, TroubadourSettings settings)
    {
        services.AddSingleton<WebhookBook>();
        services.AddSingleton<WebhookSecret>();
        services.AddSingleton<WebhookFields>();
        services.AddSingleton<WebhookBell>();
        services.AddSingleton<WebhookCourier>();
        if (settings.Answers)
        {
            services.AddHostedService<WebhookSender>();
        }
    }
}

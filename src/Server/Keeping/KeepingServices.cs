using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Keeping;

/// <summary>The store of files and those who clear it up.</summary>
internal static class KeepingServices
{
    public static void AddKeeping(this IServiceCollection services, TroubadourSettings settings)
    {
        services.AddSingleton(p => BlobStores.Open(settings.Blobs, p.GetRequiredService<DataFolder>().Songs));
        services.AddSingleton<KeepingBook>();
        services.AddSingleton<ClipEraser>();
        services.AddSingleton<Orphans>();
        services.AddSingleton<Retention>();
        services.AddSingleton<Sweeper>();
        services.AddSingleton<Downloads>();
        services.AddHostedService<SweepService>();
    }
}

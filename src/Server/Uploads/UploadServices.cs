using Microsoft.Extensions.DependencyInjection;

namespace Troubadour.Server.Uploads;

/// <summary>The parts that take uploads.</summary>
internal static class UploadServices
{
    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton<UploadFetcher>();
        services.AddSingleton<AudioReader>();
        services.AddSingleton<UploadDesk>();
        services.AddSingleton<Understander>();
        services.AddSingleton<OwnSongs>();
        services.AddSingleton<UploadSongs>();
    }
}

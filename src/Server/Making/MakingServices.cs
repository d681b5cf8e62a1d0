using Microsoft.Extensions.DependencyInjection;

namespace Troubadour.Server.Making;

internal static class MakingServices
{
    /// <summary>What all families make songs with.</summary>
    public static void AddMaking(this IServiceCollection services)
    {
        services.AddSingleton<Sources>();
        services.AddSingleton<SongDesk>();
        services.AddSingleton<ClipWords>();
        services.AddSingleton<UploadCall>();
        services.AddSingleton<CreateCall>();
    }
}

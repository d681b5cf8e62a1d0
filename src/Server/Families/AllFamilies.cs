using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families;

/// <summary>The families that the server speaks.</summary>
internal static class AllFamilies
{
    private static readonly IFamily[] Spoken =
    [
        new Nuro.NuroFamily(),
        new Sonic.SonicFamily(),
        new Riffusion.RiffusionFamily(),
        new Studio.StudioFamily(),
    ];

    /// <summary>What each is, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Abouts =>
        Spoken.Select(family => KeyValuePair.Create(family.Name, family.About));

    public static void AddFamilies(this IServiceCollection services)
    {
        foreach (var family in Spoken)
        {
            family.AddTo(services);
        }
    }

    public static void MapFamilies(this IEndpointRouteBuilder routes)
    {
        foreach (var family in Spoken)
        {
            family.MapTo(
                routes.MapGroup($"/api/v1/{family.Name}").AddEndpointFilter<BearerKeys>().WithTags(family.Name)
            );
        }
    }
}

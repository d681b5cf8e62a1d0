using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Server.Working;

namespace Troubadour.Server.Http;

/// <summary>Whether the process lives, and whether it can take work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/healthz", () => Results.Json(new { status = "ok" }))
            .WithTags("health")
            .WithSummary("Alive")
            .WithName("healthz");
        routes.MapGet("/readyz", ReadyAsync).WithTags("health").WithSummary("Ready to take work").WithName("readyz");
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, HttpContext context)
    {
        var checks = await readiness.CheckAsync(context.RequestAborted);
        var ready = Readiness.IsReady(checks);
        return Results.Json(new { ready, checks }, statusCode: ready ? 200 : 503);
    }
}

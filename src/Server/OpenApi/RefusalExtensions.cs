using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Troubadour.Server.Http;

namespace Troubadour.Server.OpenApi;

/// <summary>Declares the errors of an operation for the API document.</summary>
internal static class RefusalExtensions
{
    /// <summary>Errors in the vendor's shape.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<VendorError>(status);
        }

        return route;
    }

    /// <summary>Errors as problem details.</summary>
    public static RouteHandlerBuilder Problems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemDetails>(status, "application/problem+json");
        }

        return route;
    }
}

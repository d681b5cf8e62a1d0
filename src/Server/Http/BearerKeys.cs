using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Http;

/// <summary>Lets only requests with a good key through, and tells the handlers whose it is.</summary>
internal sealed class BearerKeys(KeyBook keys) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const int LongestKey = 512;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers.Authorization.ToString();
        if (string.IsNullOrWhiteSpace(header))
        {
            throw Challenge(http, "Authorization header is missing.");
        }

        var secret = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : "";
        if (secret.Length is 0 or > LongestKey || secret.Contains(' ', StringComparison.Ordinal))
        {
            throw Challenge(http, "Invalid authorization format. Expected: Authorization: Bearer <key>.");
        }

        var caller = await keys.FindAsync(secret, http.RequestAborted);
        http.Features.Set(caller ?? throw Challenge(http, "Invalid API key."));
        return await next(context);
    }

    private static ApiException Challenge(HttpContext http, string message)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiException.Unauthorized(message);
    }
}

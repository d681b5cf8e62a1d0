using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Troubadour.Server.Http;

/// <summary>Writes errors: the vendor's shape under /api/v1 and the storage paths, problem details (RFC 9457) elsewhere.</summary>
internal static class Errors
{
    private const string VendorRoot = "/api";

    /// <summary>Writes the error that was thrown.</summary>
    public static Task WriteAsync(HttpContext context, ApiException error)
    {
        var headers = context.Response.Headers;
        headers.RetryAfter = error.RetryAfterSeconds?.ToString(CultureInfo.InvariantCulture) ?? headers.RetryAfter;
        headers["RateLimit"] = error.RateLimit;
        headers["RateLimit-Policy"] = error.RateLimitPolicy;
        return WriteAsync(context, error.Status, error.Type, error.Message);
    }

    /// <summary>Writes an error for a status that has no body yet.</summary>
    public static Task WriteAsync(HttpContext context, int status) =>
        status switch
        {
            400 => WriteAsync(context, status, "bad_request", "The request could not be read."),
            404 => WriteAsync(context, status, "not_found", "There is nothing at this address."),
            405 => WriteAsync(context, status, "bad_request", "This address does not take this method."),
            413 => WriteAsync(context, status, "bad_request", "The body is too large."),
            416 => WriteAsync(context, status, "bad_request", "The range asked for lies outside the file."),
            _ => WriteAsync(
                context,
                status,
                status >= 500 ? "api_error" : "bad_request",
                $"The request failed ({status})."
            ),
        };

    private static Task WriteAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return Task.CompletedTask;
        }

        var retriable = status is 429 or >= 500;
        if (context.Request.Path.StartsWithSegments(VendorRoot) || context.Request.Path.StartsWithSegments("/storage"))
        {
            var vendor = new VendorError
            {
                Code = status,
                Type = type,
                Message = message,
                Retriable = retriable ? true : null,
            };
            return Json.WriteAsync(context, vendor, "application/json; charset=utf-8");
        }

        var problem = new ProblemDetails
        {
            Type = "about:blank",
            Title = Title(status),
            Status = status,
            Detail = message,
        };
        return Json.WriteAsync(context, problem, "application/problem+json; charset=utf-8");
    }

    private static string Title(int status) =>
        status switch
        {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            409 => "Conflict",
            413 => "Content Too Large",
            416 => "Range Not Satisfiable",
            422 => "Unprocessable Content",
            503 => "Service Unavailable",
            _ => "Error",
        };
}

using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Troubadour.Storage;

namespace Troubadour.Server.Http;

/// <summary>The outermost layer: whatever happens within, the caller gets JSON with a sentence, and nothing internal.</summary>
internal sealed class ErrorBoundary(RequestDelegate next, ILogger<ErrorBoundary> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ApiException e) when (!context.Response.HasStarted)
        {
            await Errors.WriteAsync(context, e);
            return;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Errors.WriteAsync(context, e.StatusCode);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (e is DbException or BlobStoreException && !context.Response.HasStarted)
        {
            logger.LogError(
                e,
                "The database or the store of files failed during {Method} {Path}.",
                context.Request.Method,
                context.Request.Path
            );
            context.Response.Headers.RetryAfter = "5";
            await Errors.WriteAsync(
                context,
                new ApiException(503, "api_error", "The server cannot do this now; try again soon.")
            );
            return;
        }
#pragma warning disable CA1031 // Nothing may leave as a stack trace.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.LogError(e, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
            await Errors.WriteAsync(context, new ApiException("Internal error."));
            return;
        }

        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null or 0, ContentType: null })
        {
            await Errors.WriteAsync(context, context.Response.StatusCode);
        }
    }
}

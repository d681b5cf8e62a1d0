using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;
using Troubadour.Storage;

namespace Troubadour.Server.Keeping;

/// <summary>Gives stored files to callers: through the server, or from the store's own addresses.</summary>
internal sealed class Downloads(IBlobStore blobs, TroubadourSettings settings, ILogger<Downloads> logger)
{
    private const int RetrySeconds = 5;

    /// <summary>Sends a file through the server.</summary>
    /// <param name="blob">The file.</param>
    /// <param name="cacheControl">Who may keep it for how long.</param>
    /// <param name="missing">The refusal when the store has lost it.</param>
    public IResult Send(Blob blob, string cacheControl, ApiException missing) =>
        new DownloadResult(blob, blobs, cacheControl, missing, Down);

    /// <summary>Sends a caller to the store, where that is wanted and can be; null where the server sends the file itself.</summary>
    public async Task<IResult?> RedirectAsync(Blob blob, HttpContext context)
    {
        if (
            settings.Blobs.Delivery != BlobSettings.Redirect
            || !HttpMethods.IsGet(context.Request.Method)
            || HasAlready(blob, context.Request)
        )
        {
            return null;
        }

        var lifetime = TimeSpan.FromMinutes(settings.Blobs.LinkMinutes);
        if (await LinkAsync(blob, lifetime, context.RequestAborted) is not { } link)
        {
            return null;
        }

        // A kept redirect still leads to an address with half of its time to go.
        context.Response.Headers.CacheControl = $"public, max-age={(int)lifetime.TotalSeconds / 2}";
        return Results.Redirect(link.AbsoluteUri);
    }

    /// <summary>A file's name for its content.</summary>
    public static EntityTagHeaderValue TagOf(Blob blob) => new($"\"{blob.Sha256}\"");

    private async Task<Uri?> LinkAsync(Blob blob, TimeSpan lifetime, CancellationToken cancellation)
    {
        try
        {
            return await blobs.LinkAsync(blob.Path, blob.ContentType, lifetime, cancellation);
        }
        catch (IOException e)
        {
            throw Down(e);
        }
    }

    private static bool HasAlready(Blob blob, HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(TagOf(blob), useStrongComparison: false));

    private ApiException Down(IOException fault)
    {
        logger.LogError(fault, "A file could not be read from the store.");
        return new ApiException(503, "api_error", "The file cannot be read now; try again soon.")
        {
            RetryAfterSeconds = RetrySeconds,
        };
    }
}

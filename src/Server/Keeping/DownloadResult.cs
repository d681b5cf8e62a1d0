using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Storage;

namespace Troubadour.Server.Keeping;

/// <summary>
/// Sends a stored file, whole, in ranges, or only when it changed. As long as nothing was sent, a lost file and a store that is down are
/// refusals; later the connection breaks off, so that nobody takes a part for the whole.
/// </summary>
internal sealed class DownloadResult(
    Blob blob,
    IBlobStore blobs,
    string cacheControl,
    ApiException missing,
    Func<IOException, ApiException> down
) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = cacheControl;
        var file = Results.Stream(
            new StoredFileStream(blob, blobs),
            blob.ContentType,
            lastModified: DateTimeOffset.FromUnixTimeMilliseconds(blob.CreatedAt),
            entityTag: Downloads.TagOf(blob),
            enableRangeProcessing: true
        );
        try
        {
            await file.ExecuteAsync(httpContext);
        }
        catch (FileNotFoundException) when (!response.HasStarted)
        {
            response.Clear();
            throw missing;
        }
        catch (IOException e) when (!response.HasStarted)
        {
            response.Clear();
            throw down(e);
        }
    }
}

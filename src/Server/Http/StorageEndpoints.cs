using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Keeping;
using Troubadour.Server.Working;

namespace Troubadour.Server.Http;

/// <summary>Songs for everybody who has their address: whole, in ranges, or only when they changed.</summary>
internal static class StorageEndpoints
{
    private const string Prefix = "song-";
    private const string CacheControl = "public, max-age=86400, immutable";

    public static void MapStorage(this IEndpointRouteBuilder routes) =>
        routes
            .MapMethods(PublicLinks.SongPath + "{file}", ["GET", "HEAD"], DownloadAsync)
            .WithName("download-song")
            .WithTags("storage")
            .WithSummary("Download a finished song")
            .WithDescription(
                "song-<clip id>.wav, .mp3 (also without extension), .mid or .jpg (a nuro clip has its task's id). No key is needed. Supports ranges, HEAD and ETag. The server may send a GET on to the store of files (302)."
            )
            .Produces(200, contentType: "audio/wav", additionalContentTypes: ["audio/mpeg", "audio/midi", "image/jpeg"])
            .Produces(206)
            .Produces(302)
            .Produces(304)
            .Produces<VendorError>(404)
            .Produces<VendorError>(416)
            .Produces<VendorError>(503);

    private static async Task<IResult> DownloadAsync(
        string file,
        ClipBook clips,
        Downloads downloads,
        HttpContext context
    )
    {
        var (id, kind) = Parse(file) ?? throw Unknown();
        var blob = await clips.FindBlobAsync(id, kind, context.RequestAborted) ?? throw Unknown();
        return await downloads.RedirectAsync(blob, context) ?? downloads.Send(blob, CacheControl, Unknown());
    }

    private static (string Id, string Kind)? Parse(string file)
    {
        var kind = Path.GetExtension(file) switch
        {
            ".wav" => ClipFiles.Wav,
            // One family gives addresses without extension.
            ".mp3" or "" => ClipFiles.Mp3,
            ".mid" => ClipFiles.Midi,
            ".jpg" => ClipFiles.Cover,
            _ => null,
        };
        var id = Path.GetFileNameWithoutExtension(file);
        return kind is not null && id.StartsWith(Prefix, StringComparison.Ordinal) ? (id[Prefix.Length..], kind) : null;
    }

    private static ApiException Unknown() => ApiException.NotFound("song not found.");
}

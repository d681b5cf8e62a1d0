using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Keeping;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;

namespace Troubadour.Server.V1;

/// <summary>Our own routes for clips: the song behind a clip, its MIDI, its words in time; delete. A nuro clip has its task's id.</summary>
internal static class ClipEndpoints
{
    public static void MapClips(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/clips/{id}").AddEndpointFilter<BearerKeys>().WithTags("clips");
        MapFile(group, "song.json", ClipFiles.Song, "application/json", "The song as it was composed");
        MapFile(group, "song.mid", ClipFiles.Midi, "audio/midi", "The song as a MIDI file");
        MapFile(group, "lyrics.json", ClipFiles.Words, "application/json", "When each word is sung");
        MapFile(group, "analysis", ClipFiles.Analysis, "application/json", "What an upload was heard to be");
        group
            .MapDelete("/", DeleteAsync)
            .WithName("delete-clip")
            .WithSummary("Delete a clip and its files")
            .Produces(204)
            .Problems(401, 404);
    }

    private static void MapFile(
        RouteGroupBuilder group,
        string name,
        string kind,
        string contentType,
        string summary
    ) =>
        group
            .MapGet(
                "/" + name,
                (string id, HttpContext context, ClipBook clips, Downloads downloads) =>
                    SendAsync(id, kind, context, clips, downloads)
            )
            .WithName($"get-{name.Replace('.', '-')}")
            .WithSummary(summary)
            .Produces(200, contentType: contentType)
            .Problems(401, 404);

    private static async Task<IResult> SendAsync(
        string id,
        string kind,
        HttpContext context,
        ClipBook clips,
        Downloads downloads
    )
    {
        var clip = await clips.FindAsync(context.Caller().AccountId, id, context.RequestAborted);
        var blob = clip is null ? null : await clips.FindBlobAsync(id, kind, context.RequestAborted);
        return blob is null
            ? throw ProblemErrors.UnknownClip()
            : downloads.Send(blob, "private", ProblemErrors.UnknownClip());
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, ClipEraser eraser) =>
        await eraser.EraseAsync(context.Caller().AccountId, id, context.RequestAborted)
            ? Results.NoContent()
            : throw ProblemErrors.UnknownClip();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Uploads;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Calls that tell what the song behind a clip knows exactly (contract 3.7); all free.</summary>
internal static class ScoreEndpoints
{
    private const int LongestTags = 1000;
    private const int LongestLyrics = 5000;
    private const int MostFormats = 8;
    private static readonly string[] Formats = ["mp3", "wav", "midi", "jpg"];

    public static void MapScore(this IEndpointRouteBuilder group)
    {
        group
            .MapPost("/midi", MidiAsync)
            .WithName("sonic-midi")
            .WithSummary("A clip's MIDI file and notes")
            .WithMetadata(Documents.Midi)
            .Produces<MidiAnswer>()
            .Refuses(400, 401);
        group
            .MapPost("/aligned-lyrics", WordsAsync)
            .WithName("sonic-aligned-lyrics")
            .WithSummary("When each word is sung")
            .WithMetadata(Documents.Words)
            .Produces<DataAnswer<AlignmentData>>()
            .Refuses(400, 401);
        group
            .MapPost("/bpm", BpmAsync)
            .WithName("sonic-bpm")
            .WithSummary("A clip's tempo, key and metre")
            .WithMetadata(Documents.Bpm)
            .Produces<BpmAnswer>()
            .Refuses(400, 401);
        group
            .MapPost("/download", DownloadAsync)
            .WithName("sonic-download")
            .WithSummary("The addresses of a clip's files")
            .WithMetadata(Documents.Download)
            .Produces<DataAnswer<DownloadData>>()
            .Produces<NotReadyAnswer>(202)
            .Refuses(400, 401, 404);
        group
            .MapPost("/upsample-tags", TagsAsync)
            .WithName("sonic-upsample-tags")
            .WithSummary("A fuller style description from few tags")
            .WithMetadata(Documents.Tags)
            .Produces<TagsAnswer>()
            .Refuses(400, 401, 403);
    }

    private static async Task<IResult> MidiAsync(HttpContext context, Sources sources, PublicLinks links)
    {
        var (clip, song) = await SongAsync(context, sources);
        var answer = MidiAnswer.Of(song, links.Song(context, clip.Id, "mid"));
        return Results.Json(answer, Json.Options);
    }

    private static async Task<IResult> WordsAsync(
        HttpContext context,
        Sources sources,
        ClipWords words,
        UploadSongs uploads
    )
    {
        var (root, _) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var (clip, song) = await sources.ReadAsync(context.Caller(), EditDesk.ClipId(body), context.RequestAborted);
        var times =
            clip.Kind == ClipKind.Upload && song.Recording is not null
                ? await uploads.AlignAsync(clip, body.RequiredText("lyrics", LongestLyrics), context.RequestAborted)
                    ?? throw ApiException.BadRequest("The words could not be found in this upload.")
                : await words.ReadAsync(clip.Id, context.RequestAborted);
        return Results.Json(new DataAnswer<AlignmentData>(200, AlignmentData.Of(times), "success"), Json.Options);
    }

    private static async Task<IResult> BpmAsync(HttpContext context, Sources sources)
    {
        var (_, song) = await SongAsync(context, sources);
        return Results.Json(BpmAnswer.Of(song), Json.Options);
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, ClipBook clips, PublicLinks links)
    {
        var (root, _) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var id = EditDesk.ClipId(body);
        var formats = body.Texts("formats", MostFormats, Formats);
        var clip =
            await clips.FindAsync(context.Caller().AccountId, id, context.RequestAborted) ?? throw Refusals.ClipGone();
        if (clip.State is TaskState.Queued or TaskState.Running)
        {
            return Results.Json(new NotReadyAnswer(), Json.Options, statusCode: StatusCodes.Status202Accepted);
        }

        if (clip.State != TaskState.Succeeded)
        {
            throw Refusals.ClipGone();
        }

        var files = new List<DownloadFile>();
        foreach (var format in (formats.IsEmpty ? ["mp3"] : formats).Distinct(StringComparer.Ordinal))
        {
            var (kind, extension) = format switch
            {
                "wav" => (ClipFiles.Wav, "wav"),
                "midi" => (ClipFiles.Midi, "mid"),
                "jpg" => (ClipFiles.Cover, "jpg"),
                _ => (ClipFiles.Mp3, "mp3"),
            };
            _ =
                await clips.FindBlobAsync(id, kind, context.RequestAborted)
                ?? throw ApiException.NotFound($"The clip has no {format}.");
            files.Add(new DownloadFile(format, links.Song(context, id, extension)));
        }

        return Results.Json(new DataAnswer<DownloadData>(200, new DownloadData(files), "success"), Json.Options);
    }

    private static async Task<IResult> TagsAsync(HttpContext context, EngineDoor engine, Moderating.Moderator moderator)
    {
        var (root, _) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var tags = body.BoundText("original_tags", LongestTags) ?? body.RequiredText("tags", LongestTags);
        moderator.CheckDescription(tags);
        var portrait = engine.Portray(new SongBrief { Description = tags, Seed = 1 });
        return Results.Json(TagsAnswer.Of(tags, portrait), Json.Options);
    }

    private static async Task<(Clip Clip, Song Song)> SongAsync(HttpContext context, Sources sources)
    {
        var (root, _) = await Body.ReadAsync(context);
        return await sources.ReadAsync(context.Caller(), EditDesk.ClipId(new Fields(root)), context.RequestAborted);
    }
}

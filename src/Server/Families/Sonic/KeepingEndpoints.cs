using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Calls that are answered at once and paid: the address of a WAV, a persona, an upload.</summary>
internal static class KeepingEndpoints
{
    private const int LongestDescription = 200;
    private static readonly string[] ClipFields = ["continue_clip_id", "clip_id", "vox_audio_id"];

    public static void MapKeeping(this IEndpointRouteBuilder group)
    {
        group
            .MapPost("/wav", WavAsync)
            .WithName("sonic-wav")
            .WithSummary("The address of a clip's WAV")
            .WithMetadata(Documents.Wav)
            .Produces<DataAnswer<WavData>>()
            .Refuses(400, 401, 403, 404, 422, 429, 503);
        group
            .MapPost("/persona", PersonaAsync)
            .WithName("sonic-persona")
            .WithSummary("Keep a clip's voice and style")
            .WithMetadata(Documents.Persona)
            .Produces<PersonaAnswer>()
            .Refuses(400, 401, 403, 422, 429, 503);
        group
            .MapPost("/upload", UploadAsync)
            .WithName("sonic-upload")
            .WithSummary("Bring a file of your own")
            .WithMetadata(Documents.Upload)
            .Produces<UploadAnswer>()
            .Refuses(400, 401, 403, 422, 429, 503);
    }

    private static async Task<IResult> WavAsync(
        HttpContext context,
        ClipBook clips,
        Prices prices,
        TaskDoor tasks,
        PublicLinks links
    )
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var caller = context.Caller();
        var id = EditDesk.ClipId(new Fields(root));
        _ = await clips.FindAsync(caller.AccountId, id, context.RequestAborted) ?? throw Refusals.ClipGone();
        _ = await clips.FindBlobAsync(id, ClipFiles.Wav, context.RequestAborted) ?? throw Refusals.NotReady();
        await tasks.CompleteAsync(Paid(context, "wav", prices.Wav, bytes));
        return Results.Json(
            new DataAnswer<WavData>(200, new WavData(links.Song(context, id, "wav")), "success"),
            Json.Options
        );
    }

    private static async Task<IResult> PersonaAsync(
        HttpContext context,
        Sources sources,
        Prices prices,
        TaskDoor tasks,
        TimeProvider clock
    )
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var caller = context.Caller();
        var name = body.BoundText("name", Requests.LongestTitle)?.Trim() ?? "";
        var clipId = ClipOf(body);
        if (name.Length == 0 || clipId is null)
        {
            throw ApiException.BadRequest("name and continue_clip_id are both required.");
        }

        var about =
            body.BoundText("description", LongestDescription) ?? body.BoundText("describe", LongestDescription) ?? "";
        var (clip, voice) = await VoiceAsync(caller, clipId, body, sources, context.RequestAborted);
        var id = await tasks.CompleteAsync(
            Paid(context, "persona", prices.Persona, bytes),
            (transaction, taskId) =>
                PersonaRows.Insert(
                    transaction,
                    new Persona
                    {
                        Id = taskId,
                        AccountId = caller.AccountId,
                        Name = name,
                        Description = about,
                        ClipId = clip.Id,
                        Voice = voice.ToJson(),
                        CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                    }
                )
        );
        return Results.Json(new PersonaAnswer(200, id, "success"), Json.Options);
    }

    private static async Task<(Clip Clip, PersonaVoice Voice)> VoiceAsync(
        Caller caller,
        string clipId,
        Fields body,
        Sources sources,
        CancellationToken cancellation
    )
    {
        // An excerpt may be named before it is made: the voice is its source's.
        var named = await sources.FindAsync(caller, clipId, cancellation);
        var origin = named is { Kind: ClipKind.Voice, SourceId: { } source } ? source : named.Id;
        var (clip, song) = await sources.ReadAsync(caller, origin, cancellation);
        var singer =
            song.Voice ?? throw ApiException.BadRequest("This clip has no vocals, so no persona can be taken from it.");
        var styles = body.BoundText("styles", Models.All[^1].Tags);
        return (
            clip,
            new PersonaVoice(singer.Gender, singer.Timbre, song.Style, styles ?? clip.Tags) { Person = singer.Person }
        );
    }

    private static async Task<IResult> UploadAsync(HttpContext context, UploadCall call, Prices prices) =>
        Results.Json(await call.AnswerAsync(context, CreateDesk.Family, prices.Upload), Json.Options);

    // The seed's spelling, and the later one.
    private static string? ClipOf(Fields body) =>
        ClipFields
            .Select(name => body.BoundText(name, EditDesk.LongestId))
            .FirstOrDefault(id => !string.IsNullOrWhiteSpace(id));

    private static NewTask Paid(HttpContext context, string action, long cost, byte[] bytes) =>
        new(context.Caller(), CreateDesk.Family, action, "{}", cost) { Idempotency = Idempotency.Of(context, bytes) };
}

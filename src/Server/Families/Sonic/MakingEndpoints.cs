using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Calls that make something of one clip: stems, an excerpt of the voice, a section anew.</summary>
internal static class MakingEndpoints
{
    public static void MapMaking(this IEndpointRouteBuilder group)
    {
        Map(group, "/stems/basic", "Two stems: voices and instruments", Documents.Stems, Stems(StemSplit.Basic));
        Map(group, "/stems/full", "Twelve stems", Documents.Stems, Stems(StemSplit.Full));
        Map(group, "/replace-section", "Write a stretch anew", Documents.Replace, desk => desk.ReplaceAsync);
        Map(group, "/vox", "An excerpt of the lead voice", Documents.Vox, desk => desk.VoiceAsync);
    }

    private static Func<EditDesk, CreateCall.Plan> Stems(StemSplit split) =>
        desk => (caller, body, cancellation) => desk.StemsAsync(caller, body, split, cancellation);

    private static void Map(
        IEndpointRouteBuilder group,
        string path,
        string summary,
        OperationDocument document,
        Func<EditDesk, CreateCall.Plan> plan
    ) =>
        group
            .MapPost(
                path,
                (HttpContext context, EditDesk desk, CreateCall call, TaskBook book) =>
                    CreateAsync(context, plan(desk), call, book)
            )
            .WithName("sonic" + path.Replace('/', '-'))
            .WithSummary(summary)
            .WithMetadata(document)
            .Produces<CreateAnswer>()
            .Refuses(400, 401, 403, 413, 422, 429, 503);

    private static async Task<IResult> CreateAsync(
        HttpContext context,
        CreateCall.Plan plan,
        CreateCall call,
        TaskBook book
    )
    {
        var (task, id) = await call.AcceptAsync(context, plan);
        var voice =
            task.Clips[0].Kind == ClipKind.Voice
                ? (await book.FindAsync(context.Caller().AccountId, id))?.Clips[0].Id
                : null;
        return Results.Json(new CreateAnswer(200, "success", id) { VoiceId = voice }, Json.Options);
    }
}

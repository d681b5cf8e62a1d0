using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Moderating;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Two lyrics for a description (contract 6).</summary>
internal static class WordEndpoints
{
    private const int LongestDescription = 120;
    private const int Versions = 2;

    public static void MapWords(this IEndpointRouteBuilder group) =>
        group
            .MapPost("/lyrics", WriteAsync)
            .WithName("sonic-lyrics")
            .WithSummary("Write two lyrics")
            .WithMetadata(Documents.Lyrics)
            .Produces<LyricsAnswer>()
            .Refuses(400, 401, 403, 422, 429, 503);

    private static async Task<IResult> WriteAsync(
        HttpContext context,
        ILyricsWriter writer,
        Moderator moderator,
        Prices prices,
        TaskDoor tasks
    )
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var body = new Fields(root);
        if (string.IsNullOrWhiteSpace(body.Text("description")))
        {
            throw ApiException.BadRequest("description is required.");
        }

        var description = body.RequiredText("description", LongestDescription);
        moderator.CheckDescription(description);
        await tasks.CompleteAsync(
            new NewTask(context.Caller(), CreateDesk.Family, "lyrics", "{}", prices.Lyrics)
            {
                Idempotency = Idempotency.Of(context, bytes),
            }
        );
        var wish = new LyricsWish(description, ExactControl.Seed(body));
        var written = await writer.WriteAsync(wish, Versions, context.RequestAborted);
        return Results.Json(
            new LyricsAnswer(200, [.. written.Select(w => new LyricsResult(w.Title, w.Lyrics))], "success"),
            Json.Options
        );
    }
}

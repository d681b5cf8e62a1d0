using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>The riffusion family: songs, and their sections, sounds and vocals swapped (contract 4).</summary>
internal static class Endpoints
{
    public static void MapRiffusion(this IEndpointRouteBuilder group)
    {
        group
            .MapPost("/create", CreateAsync)
            .WithName("riffusion-create")
            .WithSummary("Make a song, or swap something of one")
            .WithMetadata(Documents.Create)
            .Produces<CreateAnswer>()
            .Refuses(400, 401, 403, 413, 422, 429, 503);
        group
            .MapPost("/upload", UploadAsync)
            .WithName("riffusion-upload")
            .WithSummary("Bring a file of your own")
            .WithMetadata(Documents.Upload)
            .Produces<UploadAnswer>()
            .Refuses(400, 401, 403, 422, 429, 503);
        group
            .MapGet("/task/{taskId}", PollAsync)
            .WithName("riffusion-task")
            .WithSummary("Ask how a task is getting on")
            .WithMetadata(Documents.Poll)
            .Produces<PollAnswer>()
            .Produces<NotReadyAnswer>(202)
            .Produces<FailedAnswer>(500)
            .Produces<FailedAnswer>(504)
            .Refuses(400, 401);
        group.MapGet("/task", IResult () => throw Refusals.MissingTaskId()).ExcludeFromDescription();
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CreateDesk desk, CreateCall call)
    {
        var (_, id) = await call.AcceptAsync(context, desk.PlanAsync);
        return Results.Json(new CreateAnswer(200, "success", id), Json.Options);
    }

    private static async Task<IResult> UploadAsync(HttpContext context, UploadCall call, Prices prices) =>
        Results.Json(await call.AnswerAsync(context, CreateDesk.Family, prices.Upload), Json.Options);

    private static async Task<IResult> PollAsync(
        string taskId,
        HttpContext context,
        TaskBook tasks,
        Responses responses,
        PublicLinks links
    )
    {
        var task = await tasks.FindAsync(context.Caller().AccountId, taskId, context.RequestAborted);
        return task is { Family: CreateDesk.Family }
            ? await responses.PollAsync(task, links.Root(context), context.RequestAborted)
            : throw Refusals.TaskNotFound();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The sonic family: songs, and edits of songs (contract 3 and 6).</summary>
internal static class Endpoints
{
    public static void MapSonic(this IEndpointRouteBuilder group)
    {
        group
            .MapPost("/create", CreateAsync)
            .WithName("sonic-create")
            .WithSummary("Make a song, or edit one")
            .WithMetadata(Documents.Create)
            .Produces<CreateAnswer>()
            .Refuses(400, 401, 403, 413, 422, 429, 503);
        group
            .MapGet("/task/{taskId}", PollAsync)
            .WithName("sonic-task")
            .WithSummary("Ask how a task is getting on")
            .WithMetadata(Documents.Poll)
            .Produces<PollAnswer>()
            .Produces<NotReadyAnswer>(202)
            .Produces<FailedAnswer>(500)
            .Produces<FailedAnswer>(504)
            .Refuses(400, 401);
        group.MapGet("/task", IResult () => throw Refusals.MissingTaskId()).ExcludeFromDescription();
        group.MapMaking();
        group.MapScore();
        group.MapKeeping();
        group.MapFiles();
        group.MapWords();
        group.MapBatch();
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CreateDesk desk, CreateCall call)
    {
        var (_, id) = await call.AcceptAsync(context, desk.PlanAsync);
        return Results.Json(new CreateAnswer(200, "success", id), Json.Options);
    }

    private static async Task<IResult> PollAsync(string taskId, HttpContext context, TaskBook tasks, PublicLinks links)
    {
        var task = await tasks.FindAsync(context.Caller().AccountId, taskId, context.RequestAborted);
        return task is { Family: CreateDesk.Family }
            ? Responses.Poll(task, links.Root(context))
            : throw Refusals.TaskNotFound();
    }
}

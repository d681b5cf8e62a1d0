using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Studio;

/// <summary>The studio family: two songs of an exact length, and songs that go on (contract 5).</summary>
internal static class Endpoints
{
    public static void MapStudio(this IEndpointRouteBuilder group)
    {
        group
            .MapPost("/create", CreateAsync)
            .WithName("studio-create")
            .WithSummary("Make two songs, or go on with one")
            .WithMetadata(Documents.Create)
            .Produces<CreateAnswer>()
            .Refuses(400, 401, 403, 413, 422, 429, 503);
        group
            .MapGet("/task/{taskId}", PollAsync)
            .WithName("studio-task")
            .WithSummary("Ask how a task is getting on")
            .WithMetadata(Documents.Poll)
            .Produces<PollAnswer>()
            .Refuses(400, 401);
        group.MapGet("/task", IResult () => throw Refusals.MissingTaskId()).ExcludeFromDescription();
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CreateDesk desk, CreateCall call)
    {
        var (_, id) = await call.AcceptAsync(context, desk.PlanAsync);
        return Results.Json(new CreateAnswer("success", id), Json.Options);
    }

    private static async Task<IResult> PollAsync(string taskId, HttpContext context, TaskBook tasks, PublicLinks links)
    {
        var task = await tasks.FindAsync(context.Caller().AccountId, taskId, context.RequestAborted);
        return task is { Family: CreateDesk.Family }
            ? Results.Json(Responses.Poll(task, links.Root(context)), Json.Options)
            : throw Refusals.TaskNotFound();
    }
}

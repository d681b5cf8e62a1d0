using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;

namespace Troubadour.Server.V1;

/// <summary>Our own routes for tasks: list, look, cancel.</summary>
internal static class TaskEndpoints
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    private static readonly string[] States =
    [
        TaskState.Queued,
        TaskState.Running,
        TaskState.Succeeded,
        TaskState.Failed,
        TaskState.Cancelled,
    ];

    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/tasks").AddEndpointFilter<BearerKeys>().WithTags("tasks");
        group
            .MapGet("/", ListAsync)
            .WithName("list-tasks")
            .WithSummary("List the key's tasks, newest first")
            .WithMetadata(
                new OperationDocument
                {
                    Description =
                        "Query: `limit` (1 to 200, default 50), `before` (the `next` of the page before), `state`.",
                }
            )
            .Produces<TaskPage>()
            .Problems(400, 401);
        group
            .MapGet("/{id}", FindAsync)
            .WithName("get-task")
            .WithSummary("Look at one task")
            .Produces<TaskItem>()
            .Problems(401, 404);
        group
            .MapPost("/{id}/cancel", CancelAsync)
            .WithName("cancel-task")
            .WithSummary("Cancel a task; its credits are given back in full")
            .Produces<TaskItem>()
            .Problems(401, 404, 409);
    }

    private static async Task<IResult> ListAsync(HttpContext context, TaskBook tasks, PublicLinks links)
    {
        var query = context.Request.Query;
        var limit = LimitOf(query["limit"]);
        var state = query["state"].ToString() is { Length: > 0 } text ? text : null;
        if (state is not null && !States.Contains(state))
        {
            throw ApiException.BadRequest($"state has an unknown value. Allowed: {string.Join(", ", States)}.");
        }

        var before = query["before"].ToString() is { Length: > 0 } id ? id : null;
        var page = await tasks.ListAsync(context.Caller().AccountId, before, state, limit + 1, context.RequestAborted);
        var items = page.Take(limit).Select(task => ItemOf(task, context, links)).ToList();
        return Results.Json(new TaskPage(items, page.Count > limit ? items[^1].Id : null), Json.Options);
    }

    private static async Task<IResult> FindAsync(string id, HttpContext context, TaskBook tasks, PublicLinks links)
    {
        var task =
            await tasks.FindAsync(context.Caller().AccountId, id, context.RequestAborted)
            ?? throw ProblemErrors.UnknownTask();
        return Results.Json(ItemOf(task, context, links), Json.Options);
    }

    private static async Task<IResult> CancelAsync(
        string id,
        HttpContext context,
        TaskService service,
        TaskBook tasks,
        PublicLinks links
    ) =>
        await service.CancelAsync(context.Caller().AccountId, id) switch
        {
            CancelVerdict.Cancelled => await FindAsync(id, context, tasks, links),
            CancelVerdict.Ended => throw ProblemErrors.Ended(),
            _ => throw ProblemErrors.UnknownTask(),
        };

    private static TaskItem ItemOf(MusicTask task, HttpContext context, PublicLinks links)
    {
        var clips = task.Clips.Select(clip => ItemOf(clip, context, links)).ToList();
        return new TaskItem
        {
            Id = task.Id,
            Family = task.Family,
            Action = task.Action,
            State = task.State,
            Progress = task.Progress,
            Cost = task.State is TaskState.Failed or TaskState.Cancelled ? 0 : task.Cost,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(task.CreatedAt),
            FinishedAt = task.FinishedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            Seed = clips.FirstOrDefault()?.Seed,
            AudioUrl = clips.FirstOrDefault()?.AudioUrl,
            Clips = clips,
            Error = task.ErrorText,
        };
    }

    private static ClipItem ItemOf(Clip clip, HttpContext context, PublicLinks links) =>
        new()
        {
            Id = clip.Id,
            Kind = clip.Kind,
            Stem = clip.Stem,
            State = clip.State,
            Title = clip.Title,
            Seconds = clip.Seconds,
            Seed = clip.Seed,
            SourceId = clip.SourceId,
            AudioUrl = clip.State == TaskState.Succeeded ? links.Song(context, clip.Id, "wav") : null,
        };

    private static int LimitOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return DefaultPage;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= LargestPage
            ? limit
            : throw ApiException.BadRequest($"limit must be a whole number from 1 to {LargestPage}.");
    }
}

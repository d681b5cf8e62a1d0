using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Nuro;

/// <summary>The nuro family: sung songs and instrumentals (contract 2).</summary>
internal static class Endpoints
{
    public static void MapNuro(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/nuro").AddEndpointFilter<BearerKeys>().WithTags("nuro");
        group
            .MapPost("/create", CreateAsync)
            .WithName("nuro-create")
            .WithSummary("Make a song or an instrumental")
            .WithMetadata(Documents.Create)
            .Produces<CreateAnswer>()
            .Refuses(400, 401, 403, 413, 422, 503);
        group
            .MapGet("/task/{taskId}", PollAsync)
            .WithName("nuro-task")
            .WithSummary("Ask how a task is getting on")
            .WithMetadata(Documents.Poll)
            .Produces<TaskAnswer>()
            .Produces<FailedAnswer>(500)
            .Produces<FailedAnswer>(504)
            .Refuses(401, 404);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context,
        EngineDoor engine,
        Prices prices,
        TaskService tasks
    )
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var (action, asked) = Requests.Read(new Fields(root));
        var task = Translation.Task(context.Caller(), action, asked, Prepare(engine, asked), prices.Create) with
        {
            Idempotency = Idempotency.Of(context, bytes),
        };
        var outcome = await tasks.CreateAsync(task);
        return outcome.Verdict switch
        {
            CreateVerdict.Created or CreateVerdict.Replayed => Results.Json(
                Responses.Created(outcome.TaskId!),
                Json.Options
            ),
            CreateVerdict.KeyReused => throw Errors.KeyReused(),
            CreateVerdict.QueueFull => throw Errors.QueueFull(),
            _ => throw Errors.NoCredits(task.Cost),
        };
    }

    private static async Task<IResult> PollAsync(string taskId, HttpContext context, TaskBook tasks, PublicLinks links)
    {
        var task = await tasks.FindAsync(context.Caller().AccountId, taskId, context.RequestAborted);
        return task is { Family: Translation.Family, Clips: [var clip] }
            ? Responses.Poll(task, clip, links.Song(context, clip.Id, "wav"))
            : throw Errors.TaskNotFound();
    }

    private static SongBrief Prepare(EngineDoor engine, SongBrief asked)
    {
        try
        {
            return engine.Prepare(SongOrder.Compose(asked));
        }
        catch (SongRefusedException e)
        {
            throw Errors.Refused(e);
        }
    }
}

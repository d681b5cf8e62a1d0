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
    public static void MapNuro(this IEndpointRouteBuilder group)
    {
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
        Submission submission,
        TaskDoor tasks
    )
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var (action, asked) = Requests.Read(body);
        var task = Translation.Task(context.Caller(), action, asked, Prepare(engine, asked), prices.Create);
        var id = await tasks.CreateAsync(submission.Of(context, task, body, bytes), Errors.QueueFull());
        return Results.Json(Responses.Created(id), Json.Options);
    }

    private static async Task<IResult> PollAsync(string taskId, HttpContext context, TaskBook tasks, PublicLinks links)
    {
        var song = await tasks.FindSongAsync(context.Caller().AccountId, taskId, context.RequestAborted);
        return song is { Family: Translation.Family }
            ? Responses.Poll(song, links.Song(context, song.ClipId, "wav"))
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

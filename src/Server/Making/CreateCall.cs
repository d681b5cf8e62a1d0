using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Working;

namespace Troubadour.Server.Making;

/// <summary>A call that hands in a task, which families share.</summary>
internal sealed class CreateCall(Submission submission, TaskDoor tasks)
{
    /// <summary>Turns a caller's body into a task.</summary>
    public delegate Task<NewTask> Plan(Caller caller, Fields body, CancellationToken cancellation);

    /// <summary>Reads the body, plans the task and hands it in.</summary>
    /// <returns>The task as it was planned, and its id.</returns>
    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<(NewTask Task, string Id)> AcceptAsync(HttpContext context, Plan plan)
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var task = await plan(context.Caller(), body, context.RequestAborted);
        var id = await tasks.CreateAsync(submission.Of(context, task, body, bytes), Refusals.QueueFull());
        return (task, id);
    }
}

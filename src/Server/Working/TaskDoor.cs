using Troubadour.Bookkeeping;
using Troubadour.Server.Http;

namespace Troubadour.Server.Working;

/// <summary>Where every family hands in its tasks; what the books refuse becomes the contract's errors.</summary>
internal sealed class TaskDoor(TaskService tasks)
{
    /// <summary>Hands in a task that workers make.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<string> CreateAsync(NewTask task, ApiException queueFull) =>
        Accepted(await tasks.CreateAsync(task), task, queueFull);

    /// <summary>Books a call that is answered at once.</summary>
    /// <returns>The id of its task.</returns>
    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<string> CompleteAsync(NewTask task, Action<BookTransaction, string>? write = null) =>
        Accepted(await tasks.CompleteAsync(task, write), task, null);

    private static string Accepted(CreateOutcome outcome, NewTask task, ApiException? queueFull) =>
        outcome.Verdict switch
        {
            CreateVerdict.Created or CreateVerdict.Replayed => outcome.TaskId!,
            CreateVerdict.KeyReused => throw new ApiException(
                422,
                "bad_request",
                "This Idempotency-Key was used before with another request."
            ),
            CreateVerdict.NoSubscription => throw ApiException.Forbidden("This account has no active subscription."),
            CreateVerdict.QueueFull => throw queueFull ?? ApiException.Forbidden("queue is full, try again later."),
            _ => throw ApiException.Forbidden($"Not enough credits: this call needs {task.Cost} credits."),
        };
}

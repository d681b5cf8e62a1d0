using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Working;

/// <summary>Accepts and cancels tasks: the books first, then the dispatcher, which may forget and be reminded.</summary>
internal sealed class TaskService(
    TaskBook tasks,
    IDispatcher dispatcher,
    Readiness readiness,
    CallRates rates,
    WebhookBell bell,
    Meters meters,
    TroubadourSettings settings
)
{
    private readonly QueueLimits _limits = new(settings.Queue.MaxOpen, settings.Queue.MaxPerKey);

    public async Task<CreateOutcome> CreateAsync(NewTask task)
    {
        await AdmitAsync(task);
        var outcome = await tasks.CreateAsync(task, _limits);
        if (outcome.Verdict == CreateVerdict.Created)
        {
            meters.Created(task.Family);
            await dispatcher.EnqueueAsync(
                new OpenTask
                {
                    Id = outcome.TaskId!,
                    AccountId = task.Caller.AccountId,
                    Round = outcome.Round,
                }
            );
        }

        return outcome;
    }

    /// <summary>Books a call that is answered at once: what it makes is written in the transaction that pays for it.</summary>
    public async Task<CreateOutcome> CompleteAsync(NewTask task, Action<BookTransaction, string>? write)
    {
        await AdmitAsync(task);
        return await tasks.CompleteAsync(task, write);
    }

    public async Task<CancelVerdict> CancelAsync(string accountId, string taskId)
    {
        var verdict = await tasks.CancelAsync(accountId, taskId);
        if (verdict == CancelVerdict.Cancelled)
        {
            meters.Refunded(TaskState.Cancelled);
            bell.Ring();
            await dispatcher.CancelAsync(taskId);
        }

        return verdict;
    }

    private async Task AdmitAsync(NewTask task)
    {
        if (readiness.IsDraining || !readiness.HasRoom)
        {
            throw new ApiException(503, "api_error", "The server takes no new tasks at the moment; try again soon.");
        }

        await rates.CountAsync(task.Caller.KeyId);
    }
}

using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Working;

/// <summary>Works on one task: claims it, has a worker make its clips, and puts it back or gives it up when the worker dies.</summary>
internal sealed class TaskRunner(
    WorkBook work,
    WorkerPool pool,
    OrderRunner orders,
    DiskRoom room,
    NodeName node,
    TroubadourSettings settings,
    Meters meters,
    TimeProvider clock,
    ILogger<TaskRunner> logger
)
{
    private static readonly TimeSpan RoomPause = TimeSpan.FromSeconds(1);

    private const string SystemError = "The song could not be made: system error.";

    /// <summary>Works until the task has ended, is handed back, or is not this program's any more.</summary>
    public async Task RunAsync(string taskId, CancellationToken cancellation)
    {
        try
        {
            while (await TryOnceAsync(taskId, cancellation)) { }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Cancelled while waiting for a worker: nothing was claimed.
        }
#pragma warning disable CA1031 // The task is still open: the reconciler brings it back, and a claim counts what it finds dropped.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "Task {Task} was dropped; it will be tried again.", taskId);
        }
    }

    /// <summary>One attempt; true when another one should follow at once.</summary>
    private async Task<bool> TryOnceAsync(string taskId, CancellationToken cancellation)
    {
        while (!room.IsLeft)
        {
            await Task.Delay(RoomPause, clock, cancellation);
        }

        var slot = await pool.TakeAsync(cancellation);
        meters.Busy(1);
        try
        {
            var task = await work.ClaimAsync(taskId, node.Value, CancellationToken.None);
            if (task is null)
            {
                return false;
            }

            if (task.Crashes > settings.Render.MaxCrashes)
            {
                await orders.FailAsync(task, "api_error", SystemError, "crashed", cancellation);
                return false;
            }

            Note(task);
            using var activity = Meters.Source.StartActivity("make song", ActivityKind.Consumer, task.Trace);
            activity?.SetTag("troubadour.task", taskId);
            return await AttemptAsync(task, slot, cancellation);
        }
        finally
        {
            meters.Busy(-1);
            pool.Return(slot);
        }
    }

    private void Note(ClaimedTask task)
    {
        if (task.Attempt == 1)
        {
            meters.Waited(clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(task.CreatedAt), task.KeyId);
        }

        if (task.DroppedFor is { } time)
        {
            meters.Recovered(time);
            logger.LogInformation("Task {Task} was taken up after {Seconds} s.", task.Id, time.TotalSeconds);
        }
    }

    private async Task<bool> AttemptAsync(ClaimedTask task, WorkerSlot slot, CancellationToken cancellation)
    {
        try
        {
            await orders.RunAsync(task, slot, cancellation);
            return false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A cancelled task's row says so already and this changes nothing; at a shutdown it gives the task back.
            await slot.ClearAsync();
            await work.HandBackAsync(task.Id, task.Attempt, CancellationToken.None);
            return false;
        }
        catch (AttemptOverException)
        {
            await slot.ClearAsync();
            return false;
        }
        catch (WorkerDiedException e)
        {
            await slot.ClearAsync();
            return await CrashedAsync(task, e, cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            await work.HandBackAsync(task.Id, task.Attempt, CancellationToken.None);
            throw;
        }
    }

    private async Task<bool> CrashedAsync(ClaimedTask task, WorkerDiedException died, CancellationToken cancellation)
    {
        var crashes = await work.CrashAsync(task.Id, task.Attempt, CancellationToken.None);
        if (crashes is null)
        {
            return false;
        }

        logger.LogError(
            "Task {Task}: its worker died ({Reason}), {Crashes} times now.",
            task.Id,
            died.Message,
            crashes
        );
        if (crashes > settings.Render.MaxCrashes)
        {
            await orders.FailAsync(task, "api_error", SystemError, "crashed", cancellation);
            return false;
        }

        return await work.HandBackAsync(task.Id, task.Attempt, CancellationToken.None);
    }
}

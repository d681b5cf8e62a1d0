using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;
using Troubadour.Storage;

namespace Troubadour.Server.Working;

/// <summary>Works on one task: claims it, has a worker make the song, stores its files, ends the task.</summary>
internal sealed class TaskRunner(
    WorkBook work,
    WorkerPool pool,
    ClipKeeper keeper,
    IBlobStore blobs,
    DataFolder data,
    TroubadourSettings settings,
    Meters meters,
    TimeProvider clock,
    ILogger<TaskRunner> logger
)
{
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
        var slot = await pool.TakeAsync(cancellation);
        try
        {
            var task = await work.ClaimAsync(taskId, CancellationToken.None);
            if (task is null)
            {
                return false;
            }

            if (task.Crashes > settings.Render.MaxCrashes)
            {
                await FailAsync(task, "api_error", SystemError, "crashed");
                return false;
            }

            meters.Waited(clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(task.CreatedAt));
            using var activity = Meters.Source.StartActivity("make song", ActivityKind.Consumer, task.Trace);
            activity?.SetTag("troubadour.task", taskId);
            return await AttemptAsync(task, slot, cancellation);
        }
        finally
        {
            pool.Return(slot);
        }
    }

    private async Task<bool> AttemptAsync(ClaimedTask task, WorkerSlot slot, CancellationToken cancellation)
    {
        var directory = Path.Combine(data.Work, $"{task.Id}-{task.Attempt}");
        try
        {
            Directory.CreateDirectory(directory);
            var watch = new WorkWatch(task, work, meters, clock);
            var report = await MakeAsync(task, slot, directory, watch, cancellation);
            await EndAsync(task, report, directory, watch);
            return false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A cancelled task's row says so already and this changes nothing; at a shutdown it gives the task back.
            await slot.ClearAsync();
            await work.HandBackAsync(task.Id, task.Attempt, CancellationToken.None);
            return false;
        }
        catch (WorkerDiedException e)
        {
            await slot.ClearAsync();
            return await CrashedAsync(task, e);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            await work.HandBackAsync(task.Id, task.Attempt, CancellationToken.None);
            throw;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private async Task<WorkerReport> MakeAsync(
        ClaimedTask task,
        WorkerSlot slot,
        string directory,
        WorkWatch watch,
        CancellationToken cancellation
    )
    {
        var brief =
            JsonSerializer.Deserialize<SongBrief>(task.Brief, WorkerJson.Options)
            ?? throw new InvalidOperationException($"Task {task.Id} has no brief.");
        var worker = slot.Worker!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Render.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        await using var guard = new MemoryGuard(worker, settings.Render.MemoryMb, clock);
        try
        {
            var order = new WorkerOrder(brief, directory, WithStems: false, WithMp3: true);
            return await worker.MakeAsync(order, watch.ReportAsync, either.Token);
        }
        catch (OperationCanceledException)
            when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await slot.ClearAsync();
            return new WorkerReport(WorkerReportKind.Failed, Message: WorkWatch.TimedOut);
        }
    }

    private async Task EndAsync(ClaimedTask task, WorkerReport report, string directory, WorkWatch watch)
    {
        switch (report.Kind)
        {
            case WorkerReportKind.Done when report.Song is not null:
                await keeper.KeepAsync(task, report.Song, directory);
                watch.Done(report.Song.Seconds);
                break;
            case WorkerReportKind.Refused:
                await FailAsync(task, "api_error", report.Message ?? "The song cannot be made.", "refused");
                break;
            case var _ when report.Message == WorkWatch.TimedOut:
                await FailAsync(task, "timeout", "The song took too long to make.", "timeout");
                break;
            default:
                logger.LogError("Task {Task}: the engine failed with {Error}.", task.Id, report.Message);
                await FailAsync(task, "api_error", "The song could not be made: algorithm error.", "failed");
                break;
        }
    }

    private async Task<bool> CrashedAsync(ClaimedTask task, WorkerDiedException died)
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
            await FailAsync(task, "api_error", SystemError, "crashed");
            return false;
        }

        return await work.HandBackAsync(task.Id, task.Attempt, CancellationToken.None);
    }

    private async Task FailAsync(ClaimedTask task, string type, string text, string outcome)
    {
        if (await work.FailAsync(task.Id, task.Attempt, type, text, CancellationToken.None))
        {
            meters.Ended(task.Family, outcome);
        }

        await blobs.DeleteFolderAsync(ClipFiles.Folder(task.Id), CancellationToken.None);
    }
}

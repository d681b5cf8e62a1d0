using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Working;

/// <summary>Has a worker make the orders of a claimed task, one after another; each one's clips are kept as soon as they are made.</summary>
internal sealed class OrderRunner(
    WorkBook work,
    ClipKeeper keeper,
    Patience patience,
    SourceSongs sources,
    WebhookBell bell,
    DataFolder data,
    DiskRoom room,
    TroubadourSettings settings,
    Meters meters,
    TimeProvider clock,
    ILogger<OrderRunner> logger
)
{
    /// <summary>Works until the task has ended.</summary>
    /// <exception cref="WorkerDiedException">The worker ended on the way.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="AttemptOverException">Cancelled elsewhere, or taken by another server.</exception>
    public async Task RunAsync(ClaimedTask task, WorkerSlot slot, CancellationToken cancellation)
    {
        var plan = TaskPlan.Read(task.Plan);
        for (var i = 0; i < plan.Orders.Length; i++)
        {
            var clips = task
                .Clips.Where(clip => plan.Orders.Length == 1 || clip.Position == i)
                .Where(clip => clip.State != TaskState.Succeeded)
                .ToList();
            if (clips.Count > 0 && !await RunAsync(task, plan, i, clips, slot, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Ends the task badly.</summary>
    public async Task FailAsync(
        ClaimedTask task,
        string type,
        string text,
        string outcome,
        CancellationToken cancellation
    )
    {
        var isOver = await patience.TryAsync(
            () => work.FailAsync(task.Id, task.Attempt, type, text, CancellationToken.None),
            cancellation
        );
        if (isOver)
        {
            bell.Ring();
            meters.Ended(task.Family, outcome);
            meters.Refunded(outcome);
        }

        await keeper.DropAsync(task.Clips, task.Attempt);
    }

    private async Task<bool> RunAsync(
        ClaimedTask task,
        TaskPlan plan,
        int index,
        List<OpenClip> clips,
        WorkerSlot slot,
        CancellationToken cancellation
    )
    {
        var directory = Path.Combine(data.Work, $"{task.Id}-{index}-{task.Attempt}");
        var source = plan.SourceId is null ? null : directory + ".json";
        var recording = plan.RecordingId is null ? null : directory + ".wav";
        try
        {
            Directory.CreateDirectory(directory);
            if (
                source is not null && !await CopyAsync(plan.SourceId!, ClipFiles.Song, source, cancellation)
                || recording is not null && !await CopyAsync(plan.RecordingId!, ClipFiles.Wav, recording, cancellation)
            )
            {
                const string Gone = "The clip that this was to be made from is gone.";
                await FailAsync(task, "api_error", Gone, "refused", cancellation);
                return false;
            }

            var share = 1.0 / plan.Orders.Length;
            var watch = new WorkWatch(task, index * share, share, work, meters, clock);
            var order = new WorkerOrder(plan.Orders[index], source, directory, WithMp3: true) { Recording = recording };
            var report = await MakeAsync(order, slot, watch, cancellation);
            var isLast = index == plan.Orders.Length - 1;
            return await EndAsync(task, clips, report, directory, isLast, watch, cancellation);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
            File.Delete(directory + ".json");
            File.Delete(directory + ".wav");
        }
    }

    private Task<bool> CopyAsync(string clipId, string kind, string path, CancellationToken cancellation) =>
        patience.TryAsync(() => sources.CopyAsync(clipId, kind, path, cancellation), cancellation);

    private async Task<WorkerReport> MakeAsync(
        WorkerOrder order,
        WorkerSlot slot,
        WorkWatch watch,
        CancellationToken cancellation
    )
    {
        var worker = slot.Worker ?? throw new WorkerDiedException("The worker ended.");
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Render.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        await using var guard = new MemoryGuard(worker, settings.Render.MemoryMb, clock);
        try
        {
            return await worker.MakeAsync(order, watch.ReportAsync, either.Token);
        }
        catch (OperationCanceledException)
            when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await slot.ClearAsync();
            return new WorkerReport(WorkerReportKind.Failed, Message: WorkWatch.TimedOut);
        }
    }

    /// <summary>True when the next order may follow.</summary>
    private async Task<bool> EndAsync(
        ClaimedTask task,
        List<OpenClip> clips,
        WorkerReport report,
        string directory,
        bool isLast,
        WorkWatch watch,
        CancellationToken cancellation
    )
    {
        switch (report.Kind)
        {
            case WorkerReportKind.Done when report.Song is not null:
                watch.Done(report.Song.Seconds);
                var streaming = settings.Webhooks.Streaming;
                var kept = await patience.TryAsync(
                    () => keeper.KeepAsync(task, clips, report.Song, directory, isLast, streaming),
                    cancellation
                );
                bell.Ring();
                return kept;
            case WorkerReportKind.Refused:
                var refusal = report.Message ?? "The song cannot be made.";
                await FailAsync(task, "api_error", refusal, "refused", cancellation);
                return false;
            case var _ when report.Message == WorkWatch.TimedOut:
                await FailAsync(task, "timeout", "The song took too long to make.", "timeout", cancellation);
                return false;
            case WorkerReportKind.Failed when report.Message == nameof(IOException) && !room.IsLeft:
                // Not the song's fault. The task waits until there is room.
                throw new IOException("The disk is full.");
            default:
                logger.LogError("Task {Task}: the engine failed with {Error}.", task.Id, report.Message);
                const string Failure = "The song could not be made: algorithm error.";
                await FailAsync(task, "api_error", Failure, "failed", cancellation);
                return false;
        }
    }
}

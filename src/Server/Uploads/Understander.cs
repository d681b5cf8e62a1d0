using Microsoft.Extensions.Logging;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Uploads;

/// <summary>
/// Has recordings listened to in a process of its own, one at a time, within limits of time and memory: whatever a hostile file does to it, the
/// server and its songs go on.
/// </summary>
internal sealed class Understander(
    WorkerCommand command,
    EngineSettings engine,
    TroubadourSettings settings,
    TimeProvider clock,
    ILogger<Understander> logger
) : IDisposable
{
    private const int MostWaiting = 16;

    private readonly SemaphoreSlim _one = new(1);
    private int _waiting;

    /// <summary>Runs an order that listens to a recording.</summary>
    /// <param name="order">The order; its files go into its folder.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What the engine tells; null when it failed, took too long or too much memory.</returns>
    /// <exception cref="ApiException">429: too many wait already.</exception>
    public async Task<WorkerReport?> RunAsync(WorkerOrder order, CancellationToken cancellation)
    {
        await WaitAsync(cancellation);
        try
        {
            using var limit = new CancellationTokenSource(
                TimeSpan.FromSeconds(settings.Uploads.UnderstandSeconds),
                clock
            );
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            return await RunInTimeAsync(order, either.Token);
        }
        catch (WorkerDiedException e)
        {
            logger.LogError("An upload could not be listened to: {Reason}", e.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError(
                "An upload took more than {Seconds} s to be listened to.",
                settings.Uploads.UnderstandSeconds
            );
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task WaitAsync(CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
            {
                throw new ApiException(
                    429,
                    "too_many_requests",
                    "Too many uploads are being listened to; try again soon."
                );
            }

            await _one.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<WorkerReport?> RunInTimeAsync(WorkerOrder order, CancellationToken cancellation)
    {
        await using var worker = await WorkerProcess.StartAsync(command, engine.Values, logger, cancellation);
        await using var guard = new MemoryGuard(worker, settings.Render.MemoryMb, clock);
        var report = await worker.MakeAsync(order, _ => Task.CompletedTask, cancellation);
        if (report.Kind == WorkerReportKind.Failed)
        {
            logger.LogError("An upload could not be listened to: the engine failed with {Error}.", report.Message);
            return null;
        }

        return report;
    }
}

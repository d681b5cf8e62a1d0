using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Words;

namespace Troubadour.Server.Working;

/// <summary>Starts the work before the first request is taken, and hands open work back when the server stops.</summary>
internal sealed class WorkingService(
    IBookDatabase database,
    KeyBook keys,
    WorkBook work,
    IDispatcher dispatcher,
    Reconciler reconciler,
    EngineDoor engine,
    WriterDoor writer,
    WorkerPool pool,
    Readiness readiness,
    TroubadourSettings settings,
    TimeProvider clock,
    ILogger<WorkingService> logger
) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _background = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        if (settings.BootstrapKey.Length > 0)
        {
            await keys.EnsureAsync(settings.BootstrapKey, settings.BootstrapCredits, cancellationToken);
        }

        await work.ReleaseAllAsync(cancellationToken);
        var open = await reconciler.ReconcileAsync(cancellationToken);
        await dispatcher.StartAsync(cancellationToken);
        logger.LogInformation("{Open} open tasks, {Slots} workers.", open, settings.Slots);
        _background = Task.WhenAll(
            Task.Run(engine.Load, CancellationToken.None),
            Task.Run(writer.Load, CancellationToken.None),
            IgnoreStopAsync(pool.WarmAsync(_stop.Token)),
            IgnoreStopAsync(
                reconciler.RunAsync(TimeSpan.FromSeconds(settings.Queue.ReconcileSeconds), clock, _stop.Token)
            )
        );
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        readiness.IsDraining = true;
        await _stop.CancelAsync();
        await _background;
        await dispatcher.StopAsync(TimeSpan.FromSeconds(settings.Render.DrainSeconds));
        await pool.DisposeAsync();
    }

    public void Dispose() => _stop.Dispose();

    private static async Task IgnoreStopAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}

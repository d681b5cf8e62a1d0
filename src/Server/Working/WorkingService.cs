using System.Data.Common;
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
    NodeName node,
    TroubadourSettings settings,
    TimeProvider clock,
    ILogger<WorkingService> logger
) : IHostedService, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private Task _background = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        if (settings.BootstrapKey.Length > 0)
        {
            await keys.EnsureAsync(settings.BootstrapKey, settings.BootstrapCredits, cancellationToken);
        }

        if (!settings.IsCluster)
        {
            // Nobody else can be at work on any.
            await work.ReleaseAllAsync(cancellationToken);
        }

        await database.AloneAsync(() => DispatchAsync(cancellationToken), cancellationToken);
        _background = Task.WhenAll(Background());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _background;
        await dispatcher.StopAsync(TimeSpan.FromSeconds(settings.Render.DrainSeconds));
        await pool.DisposeAsync();
    }

    public void Dispose() => _stop.Dispose();

    // Servers and their database often start together.
    private async Task MigrateAsync(CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await database.MigrateAsync(cancellation);
                return;
            }
            catch (DbException e) when (settings.IsCluster && clock.GetElapsedTime(start) < LongestWait)
            {
                logger.LogWarning("Waiting for the database: {Reason}", e.Message);
                await Task.Delay(Pause, clock, cancellation);
            }
        }
    }

    private async Task DispatchAsync(CancellationToken cancellation)
    {
        var open = settings.Works ? await reconciler.ReconcileAsync(all: !settings.IsCluster, cancellation) : 0;
        await dispatcher.StartAsync(cancellation);
        logger.LogInformation(
            "{Node} is {Role}: {Open} open tasks, {Slots} workers.",
            node.Value,
            settings.Role,
            open,
            settings.Works ? settings.Slots : 0
        );
    }

    private IEnumerable<Task> Background()
    {
        if (settings.Answers)
        {
            yield return Task.Run(engine.Load, CancellationToken.None);
            yield return Task.Run(writer.Load, CancellationToken.None);
        }

        if (settings.Works)
        {
            yield return IgnoreStopAsync(pool.WarmAsync(_stop.Token));
        }

        yield return IgnoreStopAsync(reconciler.RunAsync(_stop.Token));
    }

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

using System.Data.Common;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Working;

/// <summary>Reminds the dispatcher of every open task; those it knows it leaves alone. The servers take turns.</summary>
internal sealed class Reconciler(
    WorkBook work,
    TaskBook tasks,
    HouseBook house,
    IDispatcher dispatcher,
    NodeName node,
    Meters meters,
    TroubadourSettings settings,
    TimeProvider clock,
    ILogger<Reconciler> logger
)
{
    private const string Duty = "reconcile";
    private const int Page = 1_000;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // Whoever booked a task is about to plan it.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(2);

    private TimeSpan Period => TimeSpan.FromSeconds(settings.Queue.ReconcileSeconds);

    /// <summary>Once over all open tasks, oldest first.</summary>
    /// <param name="all">True at a start that nobody books beside; else the youngest are left to who booked them.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> ReconcileAsync(bool all, CancellationToken cancellation)
    {
        var before = all ? long.MaxValue : (clock.GetUtcNow() - Young).ToUnixTimeMilliseconds();
        var (after, count, forgotten) = ("", 0, 0);
        while (true)
        {
            var page = await work.OpenAsync(after, Page, cancellation);
            var due = page.Where(task => task.CreatedAt < before).ToList();
            forgotten += due.Count > 0 ? await dispatcher.RemindAsync(due, cancellation) : 0;
            count += page.Count;
            if (page.Count < Page)
            {
                meters.Depth = count;
                if (forgotten > 0)
                {
                    logger.LogInformation("{Forgotten} of {Open} open tasks were planned.", forgotten, count);
                }

                return count;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>Again and again, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            try
            {
                if (await house.TakeTurnAsync(Duty, node.Value, Period, cancellation))
                {
                    await ReconcileAsync(all: false, cancellation);
                    await tasks.SweepAsync(cancellation);
                }
            }
#pragma warning disable CA1031 // Whatever went wrong, the next look is in a few seconds.
            catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError(e, "Open tasks could not be looked after; trying again.");
            }
        }
    }
}

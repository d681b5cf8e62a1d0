using System.Data.Common;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Working;

/// <summary>Reminds the dispatcher of every open task; those it knows it leaves alone.</summary>
internal sealed class Reconciler(
    WorkBook work,
    TaskBook tasks,
    IDispatcher dispatcher,
    Meters meters,
    ILogger<Reconciler> logger
)
{
    private const int Page = 1_000;

    /// <summary>Once over all open tasks, oldest first.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReconcileAsync(CancellationToken cancellation)
    {
        var (after, count) = ("", 0);
        while (true)
        {
            var page = await work.OpenAsync(after, Page, cancellation);
            foreach (var task in page)
            {
                await dispatcher.EnqueueAsync(task.Id, task.AccountId, cancellation);
            }

            count += page.Count;
            if (page.Count < Page)
            {
                meters.Depth = count;
                return count;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>Again and again, until cancelled.</summary>
    public async Task RunAsync(TimeSpan period, TimeProvider clock, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(period, clock);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            try
            {
                await ReconcileAsync(cancellation);
                await tasks.SweepAsync(cancellation);
            }
            catch (DbException e)
            {
                logger.LogError(e, "Open tasks could not be read; trying again.");
            }
        }
    }
}

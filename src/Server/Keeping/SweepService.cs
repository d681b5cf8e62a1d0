using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Keeping;

/// <summary>Sweeps again and again, as often as the operator wants; the servers take turns.</summary>
internal sealed class SweepService(
    Sweeper sweeper,
    HouseBook house,
    NodeName node,
    TroubadourSettings settings,
    TimeProvider clock,
    ILogger<SweepService> logger
) : BackgroundService
{
    private const string Duty = "sweep";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Blobs.SweepMinutes == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(settings.Blobs.SweepMinutes), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SweepAsync(stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            // A little less than the period, so that a timer that comes early is not turned away.
            var turn = TimeSpan.FromMinutes(settings.Blobs.SweepMinutes) * .9;
            if (await house.TakeTurnAsync(Duty, node.Value, turn, cancellation))
            {
                await sweeper.SweepAsync(cancellation);
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong, the next sweep tries again and the server goes on.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(e, "The store of files could not be swept; trying again later.");
        }
    }
}

using Microsoft.Extensions.Hosting;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>When the server is asked to stop, says so before anything stops: a load balancer sees it and turns away.</summary>
internal sealed class DrainNotice(Readiness readiness, TroubadourSettings settings, TimeProvider clock)
    : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.IsDraining = true;
        await Task.Delay(TimeSpan.FromSeconds(settings.NoticeSeconds), clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace Troubadour.Server.Working;

/// <summary>Kills a worker whose resident memory grows beyond the limit, while this lives.</summary>
internal sealed class MemoryGuard : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly ITimer _timer;

    public MemoryGuard(WorkerProcess worker, int limitMb, TimeProvider clock)
    {
        var limit = limitMb * 1024L * 1024L;
        _timer = clock.CreateTimer(
            _ =>
            {
                if (worker.ResidentBytes > limit)
                {
                    worker.Kill();
                }
            },
            null,
            Period,
            Period
        );
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}

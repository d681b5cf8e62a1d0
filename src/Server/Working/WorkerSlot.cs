namespace Troubadour.Server.Working;

/// <summary>A place for one worker; used by one task at a time.</summary>
internal sealed class WorkerSlot
{
    public WorkerProcess? Worker { get; set; }

    public async Task ClearAsync()
    {
        var worker = Worker;
        Worker = null;
        if (worker is not null)
        {
            await worker.DisposeAsync();
        }
    }
}

namespace Troubadour.Faults;

/// <summary>What can break in a cluster. Each leaves it as whole as it was.</summary>
public sealed class ClusterFaults(Fleet fleet, FleetOptions options)
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(6);

    private TimeSpan Lease => TimeSpan.FromSeconds(options.CheckinSeconds + options.FailoverSeconds);

    /// <summary>All, by what breaks.</summary>
    public IReadOnlyDictionary<string, Func<Task>> All =>
        new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["nothing"] = () => Task.CompletedTask,
            ["a worker is killed"] = KillWorkerAsync,
            ["a server that answers is killed"] = KillAnswererAsync,
            ["a worker is frozen for longer than its lease"] = FreezeAsync,
            ["the database crashes and starts again"] = () => fleet.Postgres!.RestartAsync("immediate"),
            ["the store goes down"] = () => CutAsync(fleet.Store!),
            ["the receiver of webhooks goes down"] = () => CutAsync(fleet.Hooks.Relay),
            ["a worker's disk is full"] = FillAsync,
            ["a worker's clock jumps an hour ahead"] = JumpAsync,
        };

    private async Task KillWorkerAsync()
    {
        var node = fleet.Working[0];
        await fleet.BusyAsync(node);
        node.Kill();
        fleet.Forget(node);
        await fleet.WorkAsync();
    }

    private async Task KillAnswererAsync()
    {
        var node = fleet.Answering[0];
        node.Kill();
        await Task.Delay(TimeSpan.FromSeconds(1));
        fleet.Forget(node);
        await fleet.AnswerAsync();
    }

    private async Task FreezeAsync()
    {
        var node = fleet.Working[0];
        await fleet.BusyAsync(node);
        node.Freeze();
        await Task.Delay(Lease + Slack);
        node.Thaw();
    }

    private static async Task CutAsync(Peers.Relay relay)
    {
        await relay.CutAsync();
        await Task.Delay(TimeSpan.FromSeconds(4));
        relay.Mend();
    }

    private async Task FillAsync()
    {
        var (node, disk) = await SmallDisk.WithAsync(fleet.NextFolder(), prefix => fleet.WorkAsync(prefix));
        await Task.Delay(TimeSpan.FromSeconds(1));
        disk.Fill();
        await Task.Delay(TimeSpan.FromSeconds(4));
        disk.Empty();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await RetireAsync(node);
    }

    private async Task JumpAsync()
    {
        using var clock = new FalseClock();
        var node = await fleet.WorkAsync(clock.Prefix);
        await Task.Delay(TimeSpan.FromSeconds(1));
        clock.Set(TimeSpan.FromHours(1));
        await Task.Delay(TimeSpan.FromSeconds(4));
        clock.Set(TimeSpan.Zero);
        await Task.Delay(TimeSpan.FromSeconds(2));
        await RetireAsync(node);
    }

    private Task RetireAsync(Node node)
    {
        node.Kill();
        fleet.Forget(node);
        return Task.CompletedTask;
    }
}

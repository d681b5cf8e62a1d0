namespace Troubadour.Faults;

/// <summary>What can break where one server does everything. Each leaves it as whole as it was.</summary>
public sealed class SingleFaults(Fleet fleet)
{
    /// <summary>All, by what breaks.</summary>
    public IReadOnlyDictionary<string, Func<Task>> All =>
        new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["nothing"] = () => Task.CompletedTask,
            ["the server is killed"] = () => RestartAsync(),
            ["the server is frozen"] = FreezeAsync,
            ["the disk is full"] = FillAsync,
            ["the receiver of webhooks goes down"] = CutAsync,
            ["the clock jumps an hour ahead"] = JumpAsync,
        };

    private async Task RestartAsync(params string[] prefix)
    {
        var node = fleet.Working[0];
        await fleet.BusyAsync(node);
        node.Kill();
        fleet.Forget(node);
        await fleet.AnswerAsync(prefix);
    }

    private async Task FreezeAsync()
    {
        fleet.Working[0].Freeze();
        await Task.Delay(TimeSpan.FromSeconds(4));
        fleet.Working[0].Thaw();
    }

    private async Task FillAsync()
    {
        fleet.Disk!.Fill();
        await Task.Delay(TimeSpan.FromSeconds(4));
        fleet.Disk.Empty();
    }

    private async Task CutAsync()
    {
        await fleet.Hooks.Relay.CutAsync();
        await Task.Delay(TimeSpan.FromSeconds(4));
        fleet.Hooks.Relay.Mend();
    }

    private async Task JumpAsync()
    {
        using var clock = new FalseClock();
        await RestartAsync(clock.Prefix);
        await Task.Delay(TimeSpan.FromSeconds(1));
        clock.Set(TimeSpan.FromHours(1));
        await Task.Delay(TimeSpan.FromSeconds(3));
        clock.Set(TimeSpan.Zero);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await RestartAsync();
    }
}

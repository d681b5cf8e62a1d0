namespace Troubadour.Faults.Tests;

/// <summary>One server that does everything.</summary>
public sealed class SingleFleet : IAsyncLifetime
{
    public Fleet Fleet { get; private set; } = null!;

    public async Task InitializeAsync() => Fleet = await Fleet.StartAsync(new FleetOptions { IsCluster = false });

    public async Task DisposeAsync() => await Fleet.DisposeAsync();
}

namespace Troubadour.Faults.Tests;

/// <summary>One cluster for all faults, with short leases.</summary>
public sealed class ClusterFleet : IAsyncLifetime
{
    public FleetOptions Options { get; } =
        new()
        {
            IsCluster = true,
            CheckinSeconds = 1,
            FailoverSeconds = 3,
        };

    public Fleet Fleet { get; private set; } = null!;

    public async Task InitializeAsync() => Fleet = await Fleet.StartAsync(Options);

    public async Task DisposeAsync() => await Fleet.DisposeAsync();
}

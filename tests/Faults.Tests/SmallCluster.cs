namespace Troubadour.Faults.Tests;

/// <summary>One server that answers, two that work, and one song of a key at a time over both.</summary>
public sealed class SmallCluster : IAsyncLifetime
{
    public const int RunningPerKey = 1;

    public Fleet Fleet { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Fleet = await Fleet.StartAsync(
            new FleetOptions
            {
                IsCluster = true,
                AnsweringServers = 1,
                CheckinSeconds = 1,
                FailoverSeconds = 3,
                Settings = [$"--Troubadour:Queue:RunningPerKey={RunningPerKey}"],
            }
        );

    public async Task DisposeAsync() => await Fleet.DisposeAsync();
}

using Xunit.Abstractions;

namespace Troubadour.Faults.Tests;

/// <summary>One server with SQLite and a folder, as a process; things break while it makes songs.</summary>
public sealed class SingleFaultTests(SingleFleet single, ITestOutputHelper output) : IClassFixture<SingleFleet>
{
    private const int Tasks = 30;
    private const int Milliseconds = 200;

    [Theory]
    [InlineData("nothing")]
    [InlineData("the server is killed")]
    [InlineData("the server is frozen")]
    [InlineData("the receiver of webhooks goes down")]
    [InlineData("the clock jumps an hour ahead")]
    public async Task Nothing_is_lost_or_done_twice_when(string fault)
    {
        await CheckAsync(single.Fleet, fault);
    }

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_when_the_disk_is_full()
    {
        await using var fleet = await Fleet.StartAsync(new FleetOptions { IsCluster = false, IsOnSmallDisk = true });
        await CheckAsync(fleet, "the disk is full");
    }

    private async Task CheckAsync(Fleet fleet, string fault)
    {
        var row = await fleet.RunAsync(fault, Tasks, Milliseconds, new SingleFaults(fleet).All[fault]);
        output.WriteLine($"{row}");
        Assert.True(row.IsClean, $"{row}");
        Assert.Equal(0, await fleet.MissingHooksAsync(TimeSpan.FromMinutes(1)));
    }
}

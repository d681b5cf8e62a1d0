using Xunit.Abstractions;

namespace Troubadour.Faults.Tests;

/// <summary>Two servers that answer, two that work, PostgreSQL and an S3 store as processes; things break while they make songs.</summary>
public sealed class ClusterFaultTests(ClusterFleet cluster, ITestOutputHelper output) : IClassFixture<ClusterFleet>
{
    private const int Tasks = 40;
    private const int Milliseconds = 400;

    [Theory]
    [InlineData("nothing")]
    [InlineData("a worker is killed")]
    [InlineData("a server that answers is killed")]
    [InlineData("a worker is frozen for longer than its lease")]
    [InlineData("the database crashes and starts again")]
    [InlineData("the store goes down")]
    [InlineData("the receiver of webhooks goes down")]
    [InlineData("a worker's disk is full")]
    [InlineData("a worker's clock jumps an hour ahead")]
    public async Task Nothing_is_lost_or_done_twice_when(string fault)
    {
        var faults = new ClusterFaults(cluster.Fleet, cluster.Options);
        var row = await cluster.Fleet.RunAsync(fault, Tasks, Milliseconds, faults.All[fault]);
        output.WriteLine($"{row}");
        Assert.True(row.IsClean, $"{row}");
        Assert.Equal(0, await cluster.Fleet.MissingHooksAsync(TimeSpan.FromMinutes(1)));
    }
}

using System.Net;
using Dapper;

namespace Troubadour.Faults.Tests;

/// <summary>What one server of a cluster does reaches the others.</summary>
public sealed class ClusterWorkTests(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    private const int ForEver = 600_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Fleet Fleet => cluster.Fleet;

    [Fact]
    public async Task A_key_has_so_many_songs_at_work_and_no_more_over_all_servers()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Fleet.Caller.CreateAsync(300, null)));
        var ends = Task.WhenAll(ids.Select(Fleet.Caller.EndAsync));
        var most = 0L;
        while (!ends.IsCompleted)
        {
            most = Math.Max(most, await CountAsync("state='running'"));
            await Task.Delay(20);
        }

        Assert.All(await ends, end => Assert.Equal("succeeded", end));
        Assert.Equal(SmallCluster.RunningPerKey, most);
    }

    [Fact]
    public async Task A_cancel_at_one_server_ends_the_work_on_another()
    {
        var id = await Fleet.Caller.CreateAsync(ForEver, null);
        await UntilAsync($"id='{id}' AND state='running'");
        await Fleet.Caller.CancelAsync(id);
        // The key has one song at a time: this one begins when that one's work has ended.
        var next = await Fleet.Caller.CreateAsync(10, null);
        Assert.Equal("succeeded", await Fleet.Caller.EndAsync(next));
        Assert.Equal("failed", await Fleet.Caller.EndAsync(id));
    }

    [Fact]
    public async Task A_task_that_is_cancelled_before_its_turn_is_never_begun()
    {
        var first = await Fleet.Caller.CreateAsync(ForEver, null);
        await UntilAsync($"id='{first}' AND state='running'");
        var second = await Fleet.Caller.CreateAsync(10, null);
        await Fleet.Caller.CancelAsync(second);
        await Fleet.Caller.CancelAsync(first);
        var third = await Fleet.Caller.CreateAsync(10, null);
        Assert.Equal("succeeded", await Fleet.Caller.EndAsync(third));
        Assert.Equal(1, await CountAsync($"id='{second}' AND attempt=0 AND state='cancelled'"));
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_stop_hands_its_song_to_another_at_no_cost()
    {
        var id = await Fleet.Caller.CreateAsync(ForEver, null);
        await UntilAsync($"id='{id}' AND state='running'");
        var name = await Fleet.Database.ReadAsync(c =>
            c.ExecuteScalar<string>("SELECT node FROM tasks WHERE id=@id", new { id })
        );
        var names = await Task.WhenAll(Fleet.Working.Select(worker => worker.Name));
        var node = Fleet.Working[Array.IndexOf(names, name)];
        Assert.Equal(0, await node.TerminateAsync());
        Fleet.Forget(node);
        await UntilAsync($"id='{id}' AND state='running' AND attempt=2 AND crashes=0 AND node<>'{name}'");
        await Fleet.Caller.CancelAsync(id);
        await Fleet.WorkAsync();
    }

    [Fact]
    public async Task A_worker_answers_for_its_health_alone()
    {
        using var http = new HttpClient { BaseAddress = await Fleet.Working[0].AddressAsync() };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/v1/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/v1/get-credits")).StatusCode);
    }

    private Task<long> CountAsync(string which) =>
        Fleet.Database.ReadAsync(c => c.ExecuteScalar<long>($"SELECT COUNT(*) FROM tasks WHERE {which}")).AsTask();

    private async Task UntilAsync(string which)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await CountAsync(which) == 0)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}

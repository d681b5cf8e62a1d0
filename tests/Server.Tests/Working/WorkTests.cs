using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Working;

/// <summary>Workers that die, hang, grow or never start; queues that are full; servers that stop.</summary>
public sealed class WorkTests
{
    [Fact]
    public async Task A_task_whose_worker_dies_once_is_made_all_the_same()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var api = await server.ClientAsync(10);
        var end = await api.EndAsync(await api.AcceptLyricsAsync("(crash once)"));
        Assert.Equal("succeeded", (string)end["status"]!);
    }

    [Fact]
    public async Task A_task_that_always_kills_its_worker_fails_and_is_refunded_while_others_are_made()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var (api, other) = (await server.ClientAsync(10), await server.ClientAsync(10));
        var (bad, good) = (await api.AcceptLyricsAsync("(crash)"), await other.AcceptLyricsAsync("la"));
        Assert.Equal("succeeded", (string)(await other.EndAsync(good))["status"]!);
        Assert.Equal("failed", (string)(await api.EndAsync(bad))["status"]!);
        Assert.Equal((10, 0), await api.CreditsAsync());
        var (_, task) = await api.GetAsync($"/v1/tasks/{bad}");
        Assert.Equal("failed", (string)task["state"]!);
    }

    [Fact]
    public async Task A_song_that_takes_too_long_is_504_and_refunded()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Workers=1",
            "--Troubadour:Render:TimeoutSeconds=1",
        ]);
        var api = await server.ClientAsync(10);
        var id = await api.AcceptLyricsAsync("(work 600000)");
        await api.EndAsync(id);
        var (status, body) = await api.PollAsync(id);
        Assert.Equal((HttpStatusCode.GatewayTimeout, "timeout"), (status, (string)body["type"]!));
        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_worker_that_takes_too_much_memory_is_killed()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Workers=1",
            "--Troubadour:Render:MemoryMb=300",
            "--Troubadour:Render:MaxCrashes=0",
        ]);
        var api = await server.ClientAsync(10);
        Assert.Equal("failed", (string)(await api.EndAsync(await api.AcceptLyricsAsync("(hog)")))["status"]!);
        Assert.Equal("succeeded", (string)(await api.EndAsync(await api.AcceptLyricsAsync("la")))["status"]!);
    }

    [Fact]
    public async Task Who_asks_for_one_song_does_not_wait_for_anothers_hundred()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var (many, one) = (await server.ClientAsync(10_000), await server.ClientAsync());
        var backlog = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            backlog.Add(await many.AcceptLyricsAsync("(work 100)"));
        }

        await one.EndAsync(await one.AcceptLyricsAsync("la"));
        var (_, open) = await many.GetAsync("/v1/tasks?state=queued&limit=200");
        Assert.InRange(open["tasks"]!.AsArray().Count, 1, 40);
    }

    [Fact]
    public async Task A_full_queue_is_403_and_says_so()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Workers=1",
            "--Troubadour:Queue:MaxOpen=2",
        ]);
        var api = await server.ClientAsync();
        var id = await api.AcceptLyricsAsync("(work 600000)");
        await api.AcceptLyricsAsync("la");
        var (status, body) = await api.CreateAsync("""{"lyrics":"la"}""");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("queue is full", (string)body["message"]!, StringComparison.Ordinal);
        await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
        Assert.Equal(HttpStatusCode.OK, (await api.CreateAsync("""{"lyrics":"la"}""")).Status);
    }

    [Fact]
    public async Task Without_a_sound_bank_it_is_not_ready_and_says_why_but_keeps_the_task()
    {
        var folder = Directory.CreateTempSubdirectory("troubadour-server-").FullName;
        var bank = Path.Combine(folder, "bank.sf2");
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"], worker: Broken(bank));
        var api = await server.ClientAsync();
        var id = await api.AcceptLyricsAsync("la");
        var body = await UntilAsync(
            async () => (await api.GetAsync("/readyz")).Body,
            b => ((string)b["checks"]!["workers"]!).Contains("does not exist", StringComparison.Ordinal)
        );
        Assert.False((bool)body["ready"]!);
        Assert.Equal("pending", (string)(await api.PollAsync(id)).Body["status"]!);
        await File.WriteAllTextAsync(bank, "");
        Assert.Equal("succeeded", (string)(await api.EndAsync(id))["status"]!);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Without_an_engine_it_stays_up_says_why_and_charges_nothing()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Engine:SoundBank=/no/such/bank.sf2"]);
        var api = await server.ClientAsync(10);
        var (status, body) = await api.CreateAsync("""{"lyrics":"la"}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.True((bool)body["retriable"]!);
        Assert.Equal((10, 0), await api.CreditsAsync());
        var (ready, checks) = await api.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Contains("/no/such/bank.sf2", (string)checks["checks"]!["engine"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopping_server_hands_back_and_the_next_one_finishes()
    {
        var folder = Directory.CreateTempSubdirectory("troubadour-server-").FullName;
        string[] settings =
        [
            "--Troubadour:Workers=1",
            "--Troubadour:Render:DrainSeconds=0",
            "--Troubadour:BootstrapKey=a-key-of-the-operator",
            "--Troubadour:BootstrapCredits=10",
        ];
        string id;
        await using (var first = await TestServer.StartAsync(settings, folder))
        {
            var api = first.ClientOf("a-key-of-the-operator");
            id = await api.AcceptLyricsAsync("(work 4000)");
            await api.PollUntilAsync(id, b => (int)b["progress"]! >= 20);
        }

        await using (var second = await TestServer.StartAsync(settings, folder))
        {
            var api = second.ClientOf("a-key-of-the-operator");
            Assert.InRange((int)(await api.PollAsync(id)).Body["progress"]!, 20, 99);
            Assert.Equal("succeeded", (string)(await api.EndAsync(id))["status"]!);
            Assert.Equal((0, 0), await api.CreditsAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_in_a_sentence()
    {
        await using var server = await TestServer.StartAsync();
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => TestServer.StartAsync(folder: server.Folder));
        Assert.Contains("in use by another server", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_dispatcher_has_forgotten_the_reconciler_brings_back()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Workers=1",
            "--Troubadour:Queue:ReconcileSeconds=1",
        ]);
        var api = await server.ClientAsync();
        var running = await api.AcceptLyricsAsync("(work 1000)");
        await api.PollUntilAsync(running, b => (string)b["status"]! == "running");
        var waiting = await api.AcceptLyricsAsync("la");
        await server.Services.GetRequiredService<IDispatcher>().CancelAsync(waiting);
        Assert.Equal("succeeded", (string)(await api.EndAsync(waiting))["status"]!);
    }

    [Fact]
    public async Task Links_lead_to_the_public_address_where_there_is_one()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:PublicBaseUrl=https://music.example/base/",
        ]);
        var api = await server.ClientAsync();
        var id = await api.AcceptLyricsAsync("la");
        var url = (string)(await api.EndAsync(id))["audio_url"]!;
        Assert.Equal($"https://music.example/base/storage/v1/object/public/songs/song-{id}.wav", url);
    }

    [Fact]
    public async Task Workers_run_at_low_priority()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var api = await server.ClientAsync();
        await api.EndAsync(await api.AcceptLyricsAsync("la"));
        var nice = Processes.ChildrenOf(Environment.ProcessId).Select(Processes.NiceOf);
        Assert.Contains(10, nice);
    }

    private static WorkerCommand Broken(string bank) =>
        new("/usr/bin/env", [$"Troubadour__Engine__SoundBank={bank}", TestServer.WorkerPath, "worker"]);

    private static async Task<JsonNode> UntilAsync(Func<Task<JsonNode>> ask, Func<JsonNode, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var body = await ask();
            if (holds(body))
            {
                return body;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}

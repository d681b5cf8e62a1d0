using System.Diagnostics;
using System.Net;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Sqlite;

namespace Troubadour.Server.Tests.Working;

/// <summary>Real processes, really killed.</summary>
public sealed class KillTests : IDisposable
{
    private const int Songs = 100;

    private static readonly string[] Settings =
    [
        "--Troubadour:Workers=2",
        $"--Troubadour:BootstrapKey={ServerProcess.Key}",
        "--Troubadour:BootstrapCredits=1000",
        "--Troubadour:Queue:ReconcileSeconds=1",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_hundred_songs_survive_the_death_of_workers_and_of_the_server_and_are_charged_once()
    {
        var ids = new List<string>();
        using (var first = ServerProcess.Launch(_folder, Settings))
        {
            var api = ServerProcess.Client(await first.AddressAsync());
            for (var i = 0; i < Songs; i++)
            {
                ids.Add(await api.AcceptAsync("""{"type":"bgm","description":"(work 60)","duration":1}"""));
            }

            await FinishedAsync(api, 10);
            await KillAWorkerAsync(first);
            await FinishedAsync(api, 20);
            first.Kill();
        }

        using (var second = ServerProcess.Launch(_folder, Settings))
        {
            var api = ServerProcess.Client(await second.AddressAsync());
            await FinishedAsync(api, 40);
            second.Kill();
        }

        using var third = ServerProcess.Launch(_folder, Settings);
        var last = ServerProcess.Client(await third.AddressAsync());
        foreach (var id in ids)
        {
            var end = await last.EndAsync(id);
            Assert.Equal("succeeded", (string)end["status"]!);
            using var song = await last.RawAsync(HttpMethod.Get, (string)end["audio_url"]!);
            Assert.Equal((HttpStatusCode.OK, 44 + 44_100 * 4), (song.StatusCode, song.Content.Headers.ContentLength));
        }

        Assert.Equal((1000 - 10 * Songs, 0), await last.CreditsAsync());
        Assert.Equal(0, await third.TerminateAsync());
        await AssertBooksAsync();
        Assert.Equal(
            Songs,
            Directory.EnumerateFiles(Path.Combine(_folder, "songs"), "*.wav", SearchOption.AllDirectories).Count()
        );
    }

    [Fact]
    public async Task No_worker_outlives_its_server()
    {
        using var server = ServerProcess.Launch(_folder, Settings);
        var api = ServerProcess.Client(await server.AddressAsync());
        var id = await api.AcceptLyricsAsync("(work 600000)");
        await api.PollUntilAsync(id, b => (string)b["status"]! == "running");
        var workers = await WorkersAsync(server, 2);
        server.Kill();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (workers.Any(Processes.IsAlive))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    [Fact]
    public async Task A_request_to_stop_ends_the_server_well_and_keeps_its_tasks()
    {
        using var server = ServerProcess.Launch(_folder, [.. Settings, "--Troubadour:Render:DrainSeconds=1"]);
        var api = ServerProcess.Client(await server.AddressAsync());
        var id = await api.AcceptLyricsAsync("(work 600000)");
        await api.PollUntilAsync(id, b => (string)b["status"]! == "running");
        Assert.Equal(0, await server.TerminateAsync());
        await using var database = new SqliteBookDatabase(Path.Combine(_folder, "troubadour.db"));
        var open = await new WorkBook(database, TimeProvider.System).OpenAsync("", 10);
        Assert.Equal(id, Assert.Single(open).Id);
    }

    [Fact]
    public async Task The_first_start_shows_a_key_once_with_a_call_that_works()
    {
        string key;
        using (var first = ServerProcess.Launch(_folder))
        {
            var address = await first.AddressAsync();
            key = await KeyShownAsync(first);
            Assert.Contains(
                first.Output,
                line => line.Contains($"curl -s {address.AbsoluteUri}api/v1/nuro/create", StringComparison.Ordinal)
            );
            var api = new Api(new HttpClient { BaseAddress = address }, key);
            Assert.Equal("succeeded", (string)(await api.EndAsync(await api.AcceptLyricsAsync("la")))["status"]!);
            await first.TerminateAsync();
        }

        using var second = ServerProcess.Launch(_folder);
        await second.AddressAsync();
        await second.TerminateAsync();
        Assert.DoesNotContain(second.Output, line => line.Contains("sk-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--Troubadour:Wokers=2", "The setting 'Troubadour:Wokers' is not known")]
    [InlineData("--Troubadour:BootstrapKey=short", "must have 16 characters or more")]
    [InlineData("--Troubadour:DataDirectory=/proc/none", "cannot be made")]
    public async Task What_cannot_start_ends_with_a_sentence_and_a_code(string setting, string sentence)
    {
        using var server = ServerProcess.Launch(_folder, setting);
        Assert.Equal(2, await server.ExitAsync());
        var told = string.Join('\n', server.Errors);
        Assert.Contains(sentence, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_words_nor_keys_are_in_the_logs()
    {
        using var server = ServerProcess.Launch(_folder, Settings);
        var api = ServerProcess.Client(await server.AddressAsync());
        foreach (var words in new[] { "confidential", "confidential (throw)", "confidential (crash once)" })
        {
            await api.EndAsync(await api.AcceptLyricsAsync(words));
        }

        await server.TerminateAsync();
        var logs = string.Join('\n', server.Output.Concat(server.Errors));
        Assert.Contains("its worker died", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("confidential", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("secret inner words", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(ServerProcess.Key, logs, StringComparison.Ordinal);
    }

    private static async Task FinishedAsync(Api api, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var (_, page) = await api.GetAsync("/v1/tasks?state=succeeded&limit=200");
            if (page["tasks"]!.AsArray().Count >= count)
            {
                return;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<IReadOnlyList<int>> WorkersAsync(ServerProcess server, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var workers = server.Workers();
            if (workers.Count == count)
            {
                return workers;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task KillAWorkerAsync(ServerProcess server)
    {
        using var worker = Process.GetProcessById((await WorkersAsync(server, 2))[0]);
        worker.Kill();
    }

    private static async Task<string> KeyShownAsync(ServerProcess server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            if (
                server
                    .Output.Select(line => line.Trim())
                    .FirstOrDefault(line => line.StartsWith("sk-", StringComparison.Ordinal)) is
                { } key
            )
            {
                return key;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private async Task AssertBooksAsync()
    {
        await using var database = new SqliteBookDatabase(Path.Combine(_folder, "troubadour.db"));
        Assert.Empty(await new LedgerAudit(database).FindFaultsAsync());
        var held = await database.ReadAsync(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT SUM(amount) FROM ledger WHERE purse='revenue'";
            return (long)command.ExecuteScalar()!;
        });
        Assert.Equal(10 * Songs, held);
    }
}

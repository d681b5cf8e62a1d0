using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Troubadour.Server.Bench;

// Usage: Server.Bench [result file]. How fast the API is while every core is busy making songs.
const int Workers = 2;
const int OpenTasks = 10_000;
const string Body = """{"type":"bgm","description":"(burn 2000)","duration":1}""";

var folder = Directory.CreateTempSubdirectory("troubadour-bench-").FullName;
var table = new StringBuilder("| what | clients | per second | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- |\n");
var ids = new ConcurrentBag<string>();
var time = TimeSpan.FromSeconds(5);
try
{
    using (var server = await BenchServer.LaunchAsync(folder, Workers))
    {
        await CreateAsync(server.Http);
        foreach (var clients in new[] { 1, 8, 32, 64 })
        {
            Row(
                "create, both workers busy",
                clients,
                await Load.RunAsync(clients, time, () => CreateAsync(server.Http))
            );
        }

        foreach (var clients in new[] { 1, 8, 32, 64 })
        {
            Row("poll, both workers busy", clients, await Load.RunAsync(clients, time, () => PollAsync(server.Http)));
        }

        while (ids.Count < OpenTasks)
        {
            await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => CreateAsync(server.Http)));
        }

        Note($"Tasks made: {ids.Count}. Server process: {server.ResidentMb} MB resident.");
        server.Kill();
    }

    using var again = await BenchServer.LaunchAsync(folder, Workers);
    Note(
        $"Restart after a kill with {ids.Count} tasks, nearly all open: {again.Start.TotalSeconds:F2} s until every one is planned again and the server listens ({again.ResidentMb} MB resident)."
    );
}
finally
{
    Directory.Delete(folder, recursive: true);
}

Console.Write(table);
if (args is [var file])
{
    var head =
        $"# The API under load\n\nServer and clients on the same {Environment.ProcessorCount} cores; {Workers} workers at nice 10 burn a core each "
        + "all the time. SQLite, every create a durable commit. `dotnet run -c Release --project bench/Server.Bench -- bench/results/server.md`\n\n";
    await File.WriteAllTextAsync(file, head + table);
}

void Row(string what, int clients, LoadResult r) =>
    table.Append(
        CultureInfo.InvariantCulture,
        $"| {what} | {clients} | {r.PerSecond:F0} | {r.Median:F1} | {r.P99:F1} |\n"
    );

void Note(FormattableString text) => table.Append('\n').Append(FormattableString.Invariant(text)).Append('\n');

async Task CreateAsync(HttpClient http)
{
    using var content = new StringContent(Body, Encoding.UTF8, "application/json");
    using var response = await http.PostAsync(new Uri("/api/v1/nuro/create", UriKind.Relative), content);
    response.EnsureSuccessStatusCode();
    var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
    ids.Add((string)answer!["task_id"]!);
}

async Task PollAsync(HttpClient http)
{
    ids.TryPeek(out var id);
    using var response = await http.GetAsync(new Uri($"/api/v1/nuro/task/{id}", UriKind.Relative));
    response.EnsureSuccessStatusCode();
    await response.Content.ReadAsByteArrayAsync();
}

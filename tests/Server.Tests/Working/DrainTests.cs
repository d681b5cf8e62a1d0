using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Working;

/// <summary>What a server says of itself while it stops, and when its disk is nearly full.</summary>
public sealed class DrainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-drain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_server_that_was_asked_to_stop_says_so_while_it_still_answers()
    {
        using var server = ServerProcess.Launch(
            _folder,
            "--Troubadour:Workers=1",
            "--Troubadour:NoticeSeconds=5",
            $"--Troubadour:BootstrapKey={ServerProcess.Key}"
        );
        using var http = new HttpClient { BaseAddress = await server.AddressAsync() };
        await UntilAsync(http, HttpStatusCode.OK);
        var ended = server.TerminateAsync();
        var body = await UntilAsync(http, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("the server is stopping", (string)body["checks"]!["draining"]!);
        var (status, _) = await ServerProcess
            .Client(http.BaseAddress)
            .CreateAsync("""{"type":"bgm","description":"la","duration":1}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(0, await ended);
    }

    [Fact]
    public async Task A_server_whose_disk_is_nearly_full_is_not_ready()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Workers=1",
            "--Troubadour:Blobs:MinFreeMb=100000000",
        ]);
        var (status, body) = await server.ClientOf(null).GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("less than 100000000 MB free", (string)body["checks"]!["disk"]!);
    }

    private static async Task<JsonNode> UntilAsync(HttpClient http, HttpStatusCode status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            using var answer = await http.GetAsync("/readyz", patience.Token);
            if (answer.StatusCode == status)
            {
                return JsonNode.Parse(await answer.Content.ReadAsStringAsync(patience.Token))!;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}

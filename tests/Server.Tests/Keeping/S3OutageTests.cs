using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>The S3 store goes down under a server, and comes back.</summary>
public sealed class S3OutageTests(S3Server shared) : IClassFixture<S3Server>
{
    private const string Brief = """{"type":"bgm","description":"d","duration":1}""";

    [Fact]
    public async Task Downloads_wait_songs_are_made_later_and_nothing_is_charged_twice()
    {
        var api = await shared.Server.ClientAsync(1_000);
        var wav = new Uri((string)(await api.EndAsync(await api.AcceptAsync(Brief)))["audio_url"]!);
        using var http = new HttpClient();

        await shared.Peer.StopAsync();
        using var down = await http.GetAsync(wav);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
        Assert.NotNull(down.Headers.RetryAfter?.Delta);
        Assert.Null(down.Headers.CacheControl);
        var answer = JsonNode.Parse(await down.Content.ReadAsStringAsync())!;
        Assert.Equal(503, (int)answer["code"]!);
        Assert.True((bool)answer["retriable"]!);
        Assert.DoesNotContain($"{shared.Peer.Endpoint.Port}", answer.ToJsonString(), StringComparison.Ordinal);
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, wav));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);

        var waiting = await api.AcceptAsync(Brief);
        await api.PollUntilAsync(waiting, body => (int)body["progress"]! > 0);
        Assert.NotEqual("failed", (string?)(await api.PollAsync(waiting)).Body["status"]);
        await shared.Peer.StartAsync();
        var done = await api.EndAsync(waiting);
        Assert.Equal("succeeded", (string)done["status"]!);
        Assert.Equal(44 + 44_100 * 4, (await http.GetByteArrayAsync(new Uri((string)done["audio_url"]!))).Length);
        Assert.Equal(980, (await api.CreditsAsync()).Credits);
    }

    [Fact]
    public async Task A_clip_can_be_deleted_while_the_store_is_down()
    {
        var api = await shared.Server.ClientAsync();
        var id = await api.AcceptAsync(Brief);
        await api.EndAsync(id);
        await shared.Peer.StopAsync();
        using var deleted = await api.RawAsync(HttpMethod.Delete, $"/v1/clips/{id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await shared.Peer.StartAsync();
    }
}

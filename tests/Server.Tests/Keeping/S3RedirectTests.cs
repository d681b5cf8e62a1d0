using System.Net;
using Troubadour.Peers;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>Songs from an S3 store's own addresses.</summary>
public sealed class S3RedirectTests(S3Peer peer) : IClassFixture<S3Peer>, IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() =>
        _server = await S3Server.StartAsync(
            peer,
            "--Troubadour:Blobs:Delivery=redirect",
            "--Troubadour:Blobs:LinkMinutes=10"
        );

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_download_is_sent_on_to_an_address_that_outlives_every_copy_of_the_redirect()
    {
        var (wav, id) = await MakeAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var redirect = await http.GetAsync(wav);
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), redirect.Headers.CacheControl!.MaxAge);
        var link = redirect.Headers.Location!;
        Assert.StartsWith(
            $"{peer.Endpoint}{S3Peer.Bucket}/the/songs/{id[..2]}/{id}/",
            $"{link}",
            StringComparison.Ordinal
        );
        Assert.Contains("X-Amz-Expires=600&", link.Query, StringComparison.Ordinal);
        Assert.Contains("response-content-type=audio%2Fwav", link.Query, StringComparison.Ordinal);
        var bytes = await http.GetByteArrayAsync(link);
        Assert.Equal(44 + 44_100 * 4, bytes.Length);
        Assert.Equal("RIFF"u8.ToArray(), bytes[..4]);
    }

    [Fact]
    public async Task What_needs_no_bytes_is_answered_here_and_so_is_what_needs_a_key()
    {
        var (wav, id) = await MakeAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, wav));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(44 + 44_100 * 4, head.Content.Headers.ContentLength);
        using var again = new HttpRequestMessage(HttpMethod.Get, wav);
        again.Headers.IfNoneMatch.Add(head.Headers.ETag!);
        using var unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var unknown = await http.GetAsync(
            new Uri($"{wav}".Replace(id, $"{Guid.Empty}", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task<(Uri Wav, string Id)> MakeAsync()
    {
        var api = await _server.ClientAsync();
        var id = await api.AcceptAsync("""{"type":"bgm","description":"d","duration":1}""");
        var wav = new Uri((string)(await api.EndAsync(id))["audio_url"]!);
        using var song = await api.RawAsync(HttpMethod.Get, $"/v1/clips/{id}/song.json");
        Assert.Equal(HttpStatusCode.OK, song.StatusCode);
        Assert.StartsWith("{", await song.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return (wav, id);
    }
}

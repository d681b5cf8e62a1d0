using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Server.Working;
using Troubadour.Storage;

namespace Troubadour.Server.Tests.Http;

/// <summary>
/// Finished songs can be fetched by everybody who has the address, whole or in parts. Inherited once for each kind of store.
/// </summary>
public abstract class DownloadContract : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private string _wav = "";
    private string _id = "";

    protected abstract TestServer Server { get; }

    public async Task InitializeAsync()
    {
        _http.BaseAddress = Server.Address;
        var api = await Server.ClientAsync();
        _id = await api.AcceptAsync("""{"type":"bgm","description":"d","duration":1}""");
        _wav = (string)(await api.EndAsync(_id))["audio_url"]!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_song_is_a_whole_wave_file_without_a_key()
    {
        using var response = await _http.GetAsync(new Uri(_wav));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(44 + 44_100 * 4, bytes.Length);
        Assert.Equal("RIFF"u8.ToArray(), bytes[..4]);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"", response.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task The_mp3_lies_beside_it()
    {
        using var response = await _http.GetAsync(new Uri(_wav.Replace(".wav", ".mp3", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/mpeg", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, _wav);
        using var response = await _http.SendAsync(request);
        Assert.Equal(44 + 44_100 * 4, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Contains("bytes", response.Headers.AcceptRanges);
    }

    [Theory]
    [InlineData(0, 3, 4)]
    [InlineData(100, 199, 100)]
    [InlineData(176_440, null, 4)]
    [InlineData(null, 10, 10)]
    public async Task A_range_is_sent_as_206(int? from, int? to, int length)
    {
        var whole = await _http.GetByteArrayAsync(new Uri(_wav));
        using var response = await RangeAsync(from, to);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        var part = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(length, part.Length);
        var start = (int)response.Content.Headers.ContentRange!.From!;
        Assert.Equal(whole[start..(start + length)], part);
    }

    [Fact]
    public async Task A_range_outside_the_file_is_416()
    {
        using var response = await RangeAsync(10_000_000, null);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal(44 + 44_100 * 4, response.Content.Headers.ContentRange!.Length);
    }

    [Fact]
    public async Task An_unchanged_song_is_304()
    {
        using var first = await _http.GetAsync(new Uri(_wav));
        using var request = new HttpRequestMessage(HttpMethod.Get, _wav);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_range_of_the_same_song_is_sent_and_of_another_one_the_whole()
    {
        using var first = await _http.GetAsync(new Uri(_wav));
        using var same = await RangeAsync(10, 19, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        using var other = await RangeAsync(10, 19, new EntityTagHeaderValue("\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(44 + 44_100 * 4, other.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_song_that_the_store_has_lost_is_404_and_is_kept_by_nobody()
    {
        var api = await Server.ClientAsync();
        var id = await api.AcceptAsync("""{"type":"bgm","description":"d","duration":1}""");
        var wav = (string)(await api.EndAsync(id))["audio_url"]!;
        await Server.Services.GetRequiredService<IBlobStore>().DeleteFolderAsync(ClipFiles.Folder(id));
        using var response = await _http.GetAsync(new Uri(wav));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Null(response.Headers.CacheControl);
        Assert.Null(response.Headers.ETag);
        using var song = await api.RawAsync(HttpMethod.Get, $"/v1/clips/{id}/song.json");
        Assert.Equal(HttpStatusCode.NotFound, song.StatusCode);
    }

    [Fact]
    public async Task The_song_behind_it_is_its_owners_alone()
    {
        var api = await Server.ClientAsync();
        var id = await api.AcceptAsync("""{"type":"bgm","description":"d","duration":1}""");
        await api.EndAsync(id);
        using var song = await api.RawAsync(HttpMethod.Get, $"/v1/clips/{id}/song.json");
        Assert.Equal(HttpStatusCode.OK, song.StatusCode);
        Assert.Equal("private", song.Headers.CacheControl?.ToString());
        Assert.Equal(song.Content.Headers.ContentLength, (await song.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("song-00000000-0000-0000-0000-000000000000.wav")]
    [InlineData("song-x.flac")]
    [InlineData("x.wav")]
    [InlineData("..%2f..%2ftroubadour.db")]
    public async Task What_is_not_a_song_is_404_in_json(string file)
    {
        var (status, answer) = await Server.ClientOf(null).GetAsync($"/storage/v1/object/public/songs/{file}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.False(string.IsNullOrEmpty((string)answer["message"]!));
    }

    private Task<HttpResponseMessage> RangeAsync(int? from, int? to, EntityTagHeaderValue? condition = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _wav);
        request.Headers.Range = new RangeHeaderValue(from, to);
        request.Headers.IfRange = condition is null ? null : new RangeConditionHeaderValue(condition);
        return _http.SendAsync(request);
    }
}

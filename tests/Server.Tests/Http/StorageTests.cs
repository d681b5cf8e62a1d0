using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Troubadour.Server.Tests.Http;

/// <summary>Finished songs can be fetched by everybody who has the address, whole or in parts.</summary>
[Collection(SharedServerTests.Name)]
public sealed class StorageTests(SharedServer shared) : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private string _wav = "";
    private string _id = "";

    public async Task InitializeAsync()
    {
        _http.BaseAddress = shared.Server.Address;
        var api = await shared.Server.ClientAsync();
        _id = await api.AcceptAsync("""{"type":"bgm","description":"d","duration":1}""");
        _wav = (string)(await api.EndAsync(_id))["audio_url"]!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

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

    [Theory]
    [InlineData("song-00000000-0000-0000-0000-000000000000.wav")]
    [InlineData("song-x.flac")]
    [InlineData("x.wav")]
    [InlineData("..%2f..%2ftroubadour.db")]
    public async Task What_is_not_a_song_is_404_in_json(string file)
    {
        var (status, answer) = await shared.Server.ClientOf(null).GetAsync($"/storage/v1/object/public/songs/{file}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.False(string.IsNullOrEmpty((string)answer["message"]!));
    }

    private Task<HttpResponseMessage> RangeAsync(int? from, int? to)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _wav);
        request.Headers.Range = new RangeHeaderValue(from, to);
        return _http.SendAsync(request);
    }
}

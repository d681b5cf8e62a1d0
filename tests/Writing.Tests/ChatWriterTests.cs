using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Troubadour.Writing.Tests;

public class ChatWriterTests
{
    private const string Song =
        "Title: Long\n\n[Verse]\nThe kettle sings a quiet song\nThe night is warm, the night is Long\n[Chorus]\nCarry the light, carry the light\nOver the hill and into the night";

    private static readonly LyricsWish Wish = new("a song about rain", 4) { Style = "folk" };

    [Fact]
    public async Task What_the_endpoint_writes_is_given_back()
    {
        using var endpoint = new Endpoint((_, _) => Answered(Says(Song)));
        var written = await Write(endpoint, 1);
        Assert.Equal("Long", written[0].Title);
        Assert.Contains("The night is warm, the night is Long", written[0].Lyrics, StringComparison.Ordinal);
        Assert.Equal("http://localhost:9/base/v1/chat/completions", endpoint.Address!.ToString());
        Assert.Equal("Bearer secret", endpoint.Key);
        var body = JsonNode.Parse(endpoint.Bodies[0])!;
        Assert.Equal("little", (string?)body["model"]);
        Assert.Contains("a song about rain", (string?)body["messages"]![1]!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_equal_answers_are_one_and_the_house_writes_the_other()
    {
        using var endpoint = new Endpoint((_, _) => Answered(Says(Song)));
        var written = await Write(endpoint, 2);
        Assert.Equal(2, endpoint.Bodies.Count);
        Assert.Equal("Long", written[0].Title);
        Assert.Equal((await House(1))[0], written[1]);
    }

    public static TheoryData<string> Hostile =>
        [
            "",
            "not json",
            "<html><body>Bad gateway</body></html>",
            "{}",
            "[]",
            "{\"choices\":[]}",
            "{\"choices\":[{\"message\":{\"content\":null}}]}",
            "{\"choices\":{\"message\":3}}",
            Says("夜的歌，我爱你"),
            Says("Here is a song with no tags at all\nand nothing to hold on to"),
            Says("[Verse]\n" + new string('a', 5000)),
            Says(string.Concat(Enumerable.Repeat("[Verse]\n\n", 3000))),
            new string('{', 200_000),
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_else_it_answers_the_house_writes(string answer)
    {
        using var endpoint = new Endpoint((_, _) => Answered(answer));
        Assert.Equal(await House(2), await Write(endpoint, 2));
    }

    [Fact]
    public async Task More_bytes_than_allowed_are_not_read()
    {
        using var endless = new EndlessStream();
        using var endpoint = new Endpoint(
            (_, _) =>
                Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) })
        );
        Assert.Equal(await House(1), await Write(endpoint, 1));
        Assert.InRange(endless.Given, 1, 2 * 1024 * 1024);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task An_error_is_the_house_s_turn(HttpStatusCode status)
    {
        using var endpoint = new Endpoint((_, _) => Answered(Says(Song), status));
        Assert.Equal(await House(1), await Write(endpoint, 1));
    }

    [Fact]
    public async Task A_dead_endpoint_is_the_house_s_turn()
    {
        using var endpoint = new Endpoint((_, _) => throw new HttpRequestException("refused"));
        Assert.Equal(await House(2), await Write(endpoint, 2));
    }

    [Fact]
    public async Task A_slow_endpoint_is_left_at_the_time_limit()
    {
        var time = new FakeTimeProvider();
        using var endpoint = new Endpoint(Never);
        var writing = Write(endpoint, 1, time);
        Assert.False(writing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(await House(1), await writing);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_heard()
    {
        using var cancel = new CancellationTokenSource();
        using var endpoint = new Endpoint(Never);
        var writing = Write(endpoint, 1, cancel: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException();
    }

    private static string Says(string content) =>
        new JsonObject
        {
            ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = content } }),
        }.ToJsonString();

    private static Task<HttpResponseMessage> Answered(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        Task.FromResult(
            new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") }
        );

    private static Task<IReadOnlyList<WrittenLyrics>> House(int count) =>
        Shared.Writer.WriteAsync(Wish, count, CancellationToken.None);

    private static async Task<IReadOnlyList<WrittenLyrics>> Write(
        Endpoint endpoint,
        int count,
        TimeProvider? time = null,
        CancellationToken cancel = default
    )
    {
        using var client = new HttpClient(endpoint, disposeHandler: false);
        var options = new ChatOptions(new Uri("http://localhost:9/base/"), "little") { Key = "secret" };
        var writer = new ChatWriter(client, options, Shared.Writer, Shared.Pronouncer, time ?? TimeProvider.System);
        return await writer.WriteAsync(Wish, count, cancel);
    }
}

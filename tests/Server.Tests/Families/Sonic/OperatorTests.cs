using System.Net;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>What the operator sets: word lists, rates, prices, the queue.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-operator-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Word_lists_refuse_with_403_and_the_words()
    {
        await using var server = await TestServer.StartAsync([
            List("Copyrighted", "# a note\nthe fox of nine tails"),
            List("Inappropriate", "darn\n坏蛋"),
            List("Artists", "The Wandering Owls"),
            List("ProducerTags", "owl on the beat"),
            List("Review", "secret weapon"),
        ]);
        var api = await server.ClientAsync(100);
        foreach (
            var (body, sentence) in new[]
            {
                (
                    SonicCalls.With(("prompt", "[Verse]\nThe fox, of NINE tails\nruns")),
                    "Lyrics copyrighted ('the fox of nine tails')"
                ),
                (SonicCalls.With(("prompt", "[Verse]\nOh darn!")), "Lyrics inappropriate ('darn')"),
                (SonicCalls.With(("prompt", "[Verse]\n你这个坏蛋啊")), "Lyrics inappropriate ('坏 蛋')"),
                (SonicCalls.With(("prompt", "[Verse\nla la")), "Lyrics format invalid"),
                (SonicCalls.With(("tags", "like the wandering owls")), "contains artist names ('the wandering owls')"),
                (SonicCalls.With(("tags", "Owl on the Beat, trap")), "contains producer tags ('owl on the beat')"),
                (Description("my secret weapon"), "needs review"),
            }
        )
        {
            var (status, answer) = await api.SonicAsync("create", body);
            BadInputTests.Refused(403, sentence, status, answer);
        }

        var (lyrics, refusal) = await api.SonicAsync("lyrics", """{"description":"the wandering owls"}""");
        BadInputTests.Refused(403, "artist names", lyrics, refusal);
        Assert.Equal((100, 0), await api.CreditsAsync());
        await api.StartAsync("create", SonicCalls.With(("prompt", "[Verse]\ndarning socks by owls")));
    }

    [Fact]
    public async Task A_key_that_calls_too_often_gets_429_and_is_told_when_to_come_back()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Limits:CreatesPerMinute=1",
            "--Troubadour:Limits:Burst=2",
        ]);
        var (busy, other) = (await server.ClientAsync(), await server.ClientAsync());
        await busy.StartAsync("create", SonicCalls.Custom);
        await busy.StartAsync("create", SonicCalls.Custom);
        using var response = await busy.RawAsync(HttpMethod.Post, SonicCalls.Root + "/create", SonicCalls.Custom);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("r=0", response.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.Contains("q=1", response.Headers.GetValues("RateLimit-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("\"retriable\":true", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await other.StartAsync("create", SonicCalls.Custom);
        Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/api/v1/get-credits")).Status);
    }

    [Fact]
    public async Task A_full_queue_is_429_here()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Queue:MaxPerKey=1"]);
        var api = await server.ClientAsync();
        await api.StartAsync("create", SonicCalls.With(("prompt", "hum (work 3000)")));
        var (status, answer) = await api.SonicAsync("create", SonicCalls.Custom);
        BadInputTests.Refused(429, "queue is full", status, answer);
        Assert.True((bool)answer["retriable"]!);
    }

    [Fact]
    public async Task Prices_are_the_operators()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Prices:Sonic:Create=3",
            "--Troubadour:Prices:Sonic:Lyrics=2",
        ]);
        var api = await server.ClientAsync(10);
        await api.StartAsync("create", SonicCalls.Custom);
        Assert.Equal(
            HttpStatusCode.OK,
            (await api.SonicAsync("lyrics", """{"description":"a song about sky"}""")).Status
        );
        Assert.Equal((5, 0), await api.CreditsAsync());
    }

    private static string Description(string text) =>
        SonicCalls.With(("custom_mode", false), ("gpt_description_prompt", text));

    private string List(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return $"--Troubadour:Moderation:{name}={path}";
    }
}

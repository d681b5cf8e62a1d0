using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Tests.Families.Nuro;

/// <summary>A task from its creation to its end.</summary>
[Collection(SharedServerTests.Name)]
public sealed class LifeCycleTests(SharedServer shared)
{
    private static readonly string[] TenKeys =
    [
        "task_id",
        "status",
        "progress",
        "audio_url",
        "lyrics",
        "duration",
        "genre",
        "mood",
        "gender",
        "timbre",
    ];

    [Fact]
    public async Task A_song_goes_from_pending_to_succeeded_and_never_back()
    {
        var api = await shared.Server.ClientAsync(10);
        var id = await api.AcceptLyricsAsync("[verse]\nhum (work 2500)");
        Assert.Equal((0, 0), await api.CreditsAsync());
        var (rank, progress) = (0, 0);
        var seen = new HashSet<string>();
        JsonNode body;
        do
        {
            (var status, body) = await api.PollAsync(id);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(TenKeys, body.AsObject().Select(p => p.Key));
            Assert.Equal(id, (string)body["task_id"]!);
            var now = (string)body["status"]!;
            seen.Add(now);
            Assert.InRange(Array.IndexOf(["pending", "running", "succeeded"], now), rank, 2);
            rank = Array.IndexOf(["pending", "running", "succeeded"], now);
            Assert.InRange((int)body["progress"]!, progress, now == "succeeded" ? 100 : 99);
            progress = (int)body["progress"]!;
            if (now != "succeeded")
            {
                Assert.Equal(
                    ("", "", 0),
                    ((string)body["audio_url"]!, (string)body["lyrics"]!, (double)body["duration"]!)
                );
            }

            await Task.Delay(30);
        } while (rank < 2);

        Assert.Contains("running", seen);
        Assert.Equal(100, progress);
        Assert.Equal(30.0, (double)body["duration"]!);
        Assert.Equal("[verse]\nhum (work 2500)", (string)body["lyrics"]!);
        Assert.Equal(
            new Uri(shared.Server.Address, $"/storage/v1/object/public/songs/song-{id}.wav").ToString(),
            (string)body["audio_url"]!
        );
        Assert.Equal((0, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task What_leads_to_a_chorus_is_shown_as_a_bridge()
    {
        var api = await shared.Server.ClientAsync();
        var end = await api.EndAsync(await api.AcceptLyricsAsync("[verse]\nla\n[pre-chorus]\nlo"));
        Assert.Equal("[verse]\nla\n[bridge]\nlo", (string)end["lyrics"]!);
    }

    [Fact]
    public async Task The_answer_to_a_create_has_code_message_and_task_id()
    {
        var api = await shared.Server.ClientAsync();
        var (_, body) = await api.CreateAsync("""{"type":"vocal","lyrics":"la"}""");
        Assert.Equal(["code", "message", "task_id"], body.AsObject().Select(p => p.Key));
        Assert.Equal((200, "success"), ((int)body["code"]!, (string)body["message"]!));
        Assert.True(Guid.TryParse((string)body["task_id"]!, out _));
    }

    [Fact]
    public async Task What_was_predicted_is_told_from_the_start_and_what_was_asked_is_kept()
    {
        var api = await shared.Server.ClientAsync();
        var (_, predicted) = await api.PollAsync(await api.AcceptAsync("""{"lyrics":"la"}"""));
        Assert.Equal(("Pop", "Happy", "Female", "Warm"), Told(predicted));
        const string Asked =
            """{"lyrics":"la","genre":"R&B/Soul","mood":"Sorrow/Sad","gender":"Male","timbre":"Sexy/Lazy","type":null}""";
        var kept = await api.EndAsync(await api.AcceptAsync(Asked));
        Assert.Equal(("R&B/Soul", "Sorrow/Sad", "Male", "Sexy/Lazy"), Told(kept));
    }

    [Theory]
    [InlineData("""{"type":"bgm","description":"calm"}""", 60)]
    [InlineData("""{"type":"bgm","description":"calm","version":"v1.0","duration":1}""", 1)]
    [InlineData("""{"type":"bgm","description":"calm","version":"v2.0","duration":5,"genre":["nonsense"]}""", 30)]
    [InlineData("""{"type":"bgm","description":"calm","version":"v2.0","duration":90}""", 90)]
    [InlineData(
        """{"type":"bgm","description":"calm","version":"v2.0","duration":60,"segments":[{"name":"intro","duration":20},{"name":"chorus","duration":25}]}""",
        45
    )]
    public async Task An_instrumental_lasts_as_long_as_was_asked(string body, double seconds)
    {
        var api = await shared.Server.ClientAsync();
        var end = await api.EndAsync(await api.AcceptAsync(body));
        Assert.Equal(("succeeded", seconds), ((string)end["status"]!, (double)end["duration"]!));
        Assert.Equal(("", "", ""), ((string)end["lyrics"]!, (string)end["gender"]!, (string)end["timbre"]!));
    }

    [Fact]
    public async Task An_instrumental_tells_all_genres_and_moods_that_were_asked()
    {
        var api = await shared.Server.ClientAsync();
        const string Body = """{"type":"bgm","description":"d","genre":["jazz","funk"],"mood":["cool"],"duration":2}""";
        var id = await api.AcceptAsync(Body);
        Assert.Equal(("jazz, funk", "cool", "", ""), Told((await api.PollAsync(id)).Body));
        Assert.Equal(("jazz, funk", "cool", "", ""), Told(await api.EndAsync(id)));
    }

    [Fact]
    public async Task A_failed_task_answers_500_with_both_words_and_is_refunded()
    {
        var api = await shared.Server.ClientAsync(10);
        var id = await api.AcceptLyricsAsync("(throw)");
        await api.EndAsync(id);
        var (status, body) = await api.PollAsync(id);
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(
            (id, "failed", "api_error"),
            ((string)body["task_id"]!, (string)body["status"]!, (string)body["type"]!)
        );
        Assert.True((bool)body["already_refunded"]!);
        Assert.True((bool)body["refund_processed"]!);
        Assert.Equal((string)body["message"]!, (string)body["error"]!);
        Assert.DoesNotContain("secret inner words", body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_song_refused_while_it_is_made_says_why_and_is_refunded()
    {
        var api = await shared.Server.ClientAsync(10);
        var end = await api.EndAsync(await api.AcceptLyricsAsync("(refuse)"));
        Assert.Equal(("failed", "The words need 50 seconds."), ((string)end["status"]!, (string)end["message"]!));
        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task Another_keys_task_is_an_unknown_task()
    {
        var (mine, other) = (await shared.Server.ClientAsync(), await shared.Server.ClientAsync());
        var id = await mine.AcceptLyricsAsync("la");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PollAsync(id)).Status);
        Assert.Equal(HttpStatusCode.OK, (await mine.PollAsync(id)).Status);
    }

    [Fact]
    public async Task The_same_request_with_an_idempotency_key_makes_one_task()
    {
        var api = await shared.Server.ClientAsync(100);
        const string Body = """{"lyrics":"la","duration":30}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IdempotentAsync(api, Body)));
        Assert.Single(answers.Select(a => (string)a.Body["task_id"]!).Distinct());
        Assert.Equal((90, 0), await api.CreditsAsync());
        var (status, _) = await IdempotentAsync(api, """{"lyrics":"lo"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task What_is_not_given_the_engine_gets_as_the_extensions_say()
    {
        var api = await shared.Server.ClientAsync();
        const string Body = """
            {"lyrics":"la","bpm":92.5,"key":"F# minor","time_signature":"6/8","seed":-5,"chords":["F#m","D"],"structure":["verse","chorus"]}
            """;
        var id = await api.AcceptAsync(Body);
        var row = await shared
            .Server.Services.GetRequiredService<TaskBook>()
            .ListAsync(await AccountAsync(id), null, null, 1);
        var brief = JsonNode.Parse(row[0].Plan)!["orders"]![0]!["brief"]!;
        Assert.Equal((92.5, -5L), ((double)brief["bpm"]!, (long)brief["seed"]!));
        Assert.Equal((6, "Minor"), ((int)brief["key"]!["tonic"]!, (string)brief["key"]!["mode"]!));
        Assert.Equal((6, 8), ((int)brief["meter"]!["beats"]!, (int)brief["meter"]!["unit"]!));
        Assert.Equal(["F#m", "D"], brief["chords"]![""]!.AsArray().Select(c => (string)c!));
        Assert.Equal(["verse", "chorus"], brief["segments"]!.AsArray().Select(s => (string)s!["name"]!));
    }

    private static Task<(HttpStatusCode Status, JsonNode Body)> IdempotentAsync(Api api, string body) =>
        api.SendAsync(HttpMethod.Post, "/api/v1/nuro/create", body, ("Idempotency-Key", "once"));

    private static (string, string, string, string) Told(JsonNode b) =>
        ((string)b["genre"]!, (string)b["mood"]!, (string)b["gender"]!, (string)b["timbre"]!);

    private async Task<string> AccountAsync(string taskId)
    {
        var open = await shared
            .Server.Services.GetRequiredService<IBookDatabase>()
            .ReadAsync(connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT account_id FROM tasks WHERE id='{taskId}'";
                return (string)command.ExecuteScalar()!;
            });
        return open;
    }
}

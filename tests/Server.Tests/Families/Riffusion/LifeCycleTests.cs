using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Riffusion;

/// <summary>A riffusion task from its creation to its end.</summary>
[Collection(SharedServerTests.Name)]
public sealed class LifeCycleTests(SharedServer shared)
{
    private static readonly string[] ElevenKeys =
    [
        "audio_url",
        "clip_id",
        "created_at",
        "duration",
        "image_url",
        "lyrics",
        "mv",
        "state",
        "timestamp",
        "title",
        "video_url",
    ];

    [Fact]
    public async Task A_task_is_not_ready_then_running_then_done()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var api = await server.ClientAsync(24);
        await RiffusionCalls.Family.StartAsync(api, "create", RiffusionCalls.With(("lyrics", "hum (work 500)")));
        var id = await RiffusionCalls.Family.StartAsync(
            api,
            "create",
            RiffusionCalls.With(("lyrics", "hum (work 500)"))
        );
        Assert.Equal((0, 0), await api.CreditsAsync());
        var (status, body) = await api.GetAsync($"{RiffusionCalls.Root}/task/{id}");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((202, "not_ready"), ((int)body["code"]!, (string)body["type"]!));
        Assert.Null(body["data"]);

        var states = new HashSet<string>();
        while (!states.Contains("succeeded succeeded"))
        {
            (status, body) = await api.GetAsync($"{RiffusionCalls.Root}/task/{id}");
            if (status == HttpStatusCode.OK)
            {
                states.Add(string.Join(' ', body["data"]!.AsArray().Select(clip => (string)clip!["state"]!)));
            }

            await Task.Delay(30);
        }

        Assert.Contains("running running", states);
    }

    [Fact]
    public async Task A_finished_clip_has_the_eleven_fields_and_word_times()
    {
        var api = await shared.Server.ClientAsync();
        var clips = await RiffusionCalls.Family.ClipsAsync(api, "create", RiffusionCalls.Custom);
        Assert.Equal(2, clips.Count);
        foreach (var clip in clips)
        {
            Assert.Equal(ElevenKeys, clip!.AsObject().Select(pair => pair.Key).Order(StringComparer.Ordinal));
            Assert.True(Guid.TryParse((string)clip["clip_id"]!, out _));
            Assert.Equal(
                ("Mine", "FUZZ-1.1 Pro", "[Verse]\nla la"),
                ((string)clip["title"]!, (string)clip["mv"]!, (string)clip["lyrics"]!)
            );
            Assert.Equal(5.0, (double)clip["duration"]!);
            Assert.Null(clip["video_url"]);
            _ = DateTimeOffset.ParseExact(
                (string)clip["created_at"]!,
                "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            );
            var (words, lines) = (clip["timestamp"]!["words"]!.AsArray(), clip["timestamp"]!["lines"]!.AsArray());
            Assert.Equal(["La", "la"], words.Select(word => (string)word!["text"]!));
            Assert.Equal((1.0, 1.5), ((double)words[1]!["start"]!, (double)words[1]!["end"]!));
            Assert.Equal(
                ("La la", 0.5, 1.5),
                ((string)lines[0]!["text"]!, (double)lines[0]!["start"]!, (double)lines[0]!["end"]!)
            );
            using var http = new HttpClient();
            using var audio = await http.GetAsync(new Uri((string)clip["audio_url"]!));
            Assert.Equal(
                (HttpStatusCode.OK, "audio/mpeg"),
                (audio.StatusCode, audio.Content.Headers.ContentType!.MediaType)
            );
        }
    }

    [Fact]
    public async Task A_description_gets_words_and_a_title()
    {
        var api = await shared.Server.ClientAsync();
        const string Body = """{"custom_mode":false,"prompt":"a song about rain","mv":"FUZZ-1.0"}""";
        Assert.All(
            await RiffusionCalls.Family.ClipsAsync(api, "create", Body),
            clip =>
            {
                Assert.Contains("Line 1 of a song about rain", (string)clip!["lyrics"]!, StringComparison.Ordinal);
                Assert.Equal("Title 1", (string)clip["title"]!);
            }
        );
    }

    [Fact]
    public async Task An_instrumental_has_a_marker_for_lyrics()
    {
        var api = await shared.Server.ClientAsync();
        var body = RiffusionCalls.With(("make_instrumental", true), ("lyrics", null));
        Assert.All(
            await RiffusionCalls.Family.ClipsAsync(api, "create", body),
            clip => Assert.Equal("[Instrumental]", (string)clip!["lyrics"]!)
        );
    }

    [Fact]
    public async Task A_failed_task_answers_500_and_gives_its_credits_back()
    {
        var api = await shared.Server.ClientAsync(12);
        var id = await RiffusionCalls.Family.StartAsync(api, "create", RiffusionCalls.With(("lyrics", "(throw)")));
        var (status, body) = await RiffusionCalls.Family.EndOfAsync(api, id);
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(("api_error", true), ((string)body["type"]!, (bool)body["already_refunded"]!));
        Assert.Equal((12, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task When_the_second_clip_fails_the_first_stays_and_the_credits_go_back()
    {
        var api = await shared.Server.ClientAsync(12);
        var body = RiffusionCalls.With(("lyrics", "hum (fail at odd seeds)"), ("seed", 2));
        var (status, end) = await RiffusionCalls.Family.EndOfAsync(
            api,
            await RiffusionCalls.Family.StartAsync(api, "create", body)
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["succeeded", "failed"], end["data"]!.AsArray().Select(clip => (string)clip!["state"]!));
        Assert.NotEmpty((string)end["data"]![1]!["error"]!);
        Assert.Empty(end["data"]![1]!["timestamp"]!["words"]!.AsArray());
        Assert.Equal((12, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task The_same_request_with_its_key_is_one_task()
    {
        var api = await shared.Server.ClientAsync(24);
        var ids = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            var (_, answer) = await api.SendAsync(
                HttpMethod.Post,
                $"{RiffusionCalls.Root}/create",
                RiffusionCalls.Custom,
                ("Idempotency-Key", "mine")
            );
            ids.Add((string)answer["task_id"]!);
        }

        Assert.Single(ids);
        Assert.Equal((12, 0), await api.CreditsAsync());
    }
}

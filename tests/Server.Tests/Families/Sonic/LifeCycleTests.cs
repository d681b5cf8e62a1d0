using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>A sonic task from its creation to its end.</summary>
[Collection(SharedServerTests.Name)]
public sealed class LifeCycleTests(SharedServer shared)
{
    private static readonly string[] TwelveKeys =
    [
        "clip_id",
        "state",
        "title",
        "tags",
        "lyrics",
        "image_url",
        "audio_url",
        "video_url",
        "created_at",
        "mv",
        "gpt_description_prompt",
        "duration",
    ];

    [Fact]
    public async Task A_task_is_not_ready_then_running_then_done_and_the_first_clip_can_be_heard_before_the_second()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var api = await server.ClientAsync(60);
        await api.StartAsync("create", SonicCalls.With(("prompt", "hum (work 700)")));
        var id = await api.StartAsync("create", SonicCalls.With(("prompt", "hum (work 700)")));
        Assert.Equal((30, 0), await api.CreditsAsync());

        var (status, body) = await api.GetAsync($"{SonicCalls.Root}/task/{id}");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((202, "not_ready"), ((int)body["code"]!, (string)body["type"]!));
        Assert.Null(body["data"]);

        var early = false;
        var states = new HashSet<string>();
        while (!states.Contains("succeeded succeeded"))
        {
            (status, body) = await api.GetAsync($"{SonicCalls.Root}/task/{id}");
            if (status == HttpStatusCode.OK)
            {
                var clips = body["data"]!.AsArray();
                Assert.Equal(2, clips.Count);
                states.Add(string.Join(' ', clips.Select(clip => (string)clip!["state"]!)));
                early |= (string)clips[0]!["audio_url"]! != "" && (string)clips[1]!["audio_url"]! == "";
            }

            await Task.Delay(30);
        }

        Assert.Contains("running running", states);
        Assert.True(early);
        Assert.Equal((30, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_finished_clip_has_every_documented_field()
    {
        var api = await shared.Server.ClientAsync();
        const string Body = """
            {"custom_mode":true,"mv":"chirp-v4-5","prompt":"[Verse]\nla la","tags":"indie pop","title":"Mine","negative_tags":"drums",
             "style_weight":0.7,"weirdness_constraint":0.2,"duration":30,"use_suno_cdn":true,"unheard_of":1}
            """;
        var clips = await api.ClipsAsync("create", Body);
        Assert.Equal(2, clips.Select(clip => (string)clip!["clip_id"]!).Distinct().Count());
        foreach (var clip in clips)
        {
            Assert.Superset(TwelveKeys.ToHashSet(), clip!.AsObject().Select(pair => pair.Key).ToHashSet());
            Assert.True(Guid.TryParse((string)clip["clip_id"]!, out _));
            Assert.Equal(
                ("Mine", "indie pop", "chirp-v4-5"),
                ((string)clip["title"]!, (string)clip["tags"]!, (string)clip["mv"]!)
            );
            Assert.Equal(("[Verse]\nla la", "30.00"), ((string)clip["lyrics"]!, (string)clip["duration"]!));
            Assert.Equal(
                ("drums", 0.7, 0.2),
                ((string)clip["negative_tags"]!, (double)clip["style_weight"]!, (double)clip["weirdness_constraint"]!)
            );
            Assert.Null(clip["video_url"]);
            Assert.Null(clip["gpt_description_prompt"]);
            var at = DateTimeOffset.ParseExact(
                (string)clip["created_at"]!,
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            );
            Assert.InRange(TimeProvider.System.GetUtcNow() - at, TimeSpan.Zero, TimeSpan.FromMinutes(5));
            await DownloadsAsync(clip, "image_url", "image/jpeg");
            await DownloadsAsync(clip, "audio_url", "audio/mpeg");
        }
    }

    [Fact]
    public async Task The_two_clips_have_two_seeds_and_a_given_seed_gives_the_same_two_again()
    {
        var api = await shared.Server.ClientAsync();
        var first = await SeedsAsync(api, await api.StartAsync("create", SonicCalls.With(("seed", 41))));
        var again = await SeedsAsync(api, await api.StartAsync("create", SonicCalls.With(("seed", 41))));
        var free = await SeedsAsync(api, await api.StartAsync("create", SonicCalls.Custom));
        Assert.Equal([41L, 42L], first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, free);
    }

    [Fact]
    public async Task A_description_gets_words_a_title_and_tags_and_is_echoed()
    {
        var api = await shared.Server.ClientAsync();
        var clips = await api.ClipsAsync(
            "create",
            """{"custom_mode":false,"mv":"sonic-v4","gpt_description_prompt":"a song about rain"}"""
        );
        Assert.All(
            clips,
            clip => Assert.Contains("Line 1 of a song about rain", (string)clip!["lyrics"]!, StringComparison.Ordinal)
        );
        Assert.All(
            clips,
            clip => Assert.Equal(("Title 1", "pop, happy, piano"), ((string)clip!["title"]!, (string)clip["tags"]!))
        );
        Assert.All(clips, clip => Assert.Equal("a song about rain", (string)clip!["gpt_description_prompt"]!));
    }

    [Fact]
    public async Task Auto_lyrics_writes_what_is_missing_and_keeps_what_is_given()
    {
        var api = await shared.Server.ClientAsync();
        var body = SonicCalls.With(("prompt", "about my cat"), ("auto_lyrics", true), ("title", null));
        var clip = (await api.ClipsAsync("create", body))[0]!;
        Assert.Contains("Line 1 of about my cat", (string)clip["lyrics"]!, StringComparison.Ordinal);
        Assert.Equal(("Title 1", "pop"), ((string)clip["title"]!, (string)clip["tags"]!));
        var titled = (await api.ClipsAsync("create", SonicCalls.With(("auto_lyrics", true))))[0]!;
        Assert.Equal("Mine", (string)titled["title"]!);
    }

    [Theory]
    [InlineData("""{"custom_mode":true,"mv":"sonic-v5","make_instrumental":true,"tags":"lofi"}""")]
    [InlineData("""{"custom_mode":false,"mv":"sonic-v5","make_instrumental":true,"gpt_description_prompt":"calm"}""")]
    [InlineData("""{"custom_mode":false,"mv":"sonic-v5","gpt_description_prompt":"a calm instrumental"}""")]
    public async Task An_instrumental_has_a_marker_for_lyrics(string body)
    {
        var api = await shared.Server.ClientAsync();
        Assert.All(
            await api.ClipsAsync("create", body),
            clip => Assert.Equal("[Instrumental]", (string)clip!["lyrics"]!)
        );
    }

    [Theory]
    [InlineData("(throw)")]
    [InlineData("(refuse)")]
    public async Task A_failed_task_answers_500_and_gives_its_credits_back(string words)
    {
        var api = await shared.Server.ClientAsync(15);
        var (status, body) = await api.EndOfAsync(await api.StartAsync("create", SonicCalls.With(("prompt", words))));
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(("api_error", true), ((string)body["type"]!, (bool)body["already_refunded"]!));
        Assert.DoesNotContain("secret", body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task When_the_second_clip_fails_the_first_stays_and_the_credits_go_back()
    {
        var api = await shared.Server.ClientAsync(15);
        var id = await api.StartAsync("create", SonicCalls.With(("prompt", "hum (fail at odd seeds)"), ("seed", 2)));
        var (status, body) = await api.EndOfAsync(id);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["succeeded", "failed"], body["data"]!.AsArray().Select(clip => (string)clip!["state"]!));
        Assert.NotEqual("", (string)body["data"]![0]!["audio_url"]!);
        Assert.Equal("", (string)body["data"]![1]!["audio_url"]!);
        Assert.NotEqual("", (string)body["data"]![1]!["error_message"]!);
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task When_a_worker_dies_over_the_second_clip_the_first_is_not_made_again()
    {
        var api = await shared.Server.ClientAsync(15);
        var id = await api.StartAsync("create", SonicCalls.With(("prompt", "hum (crash late)")));
        var (_, end) = await api.EndOfAsync(id);
        Assert.Equal(["succeeded", "succeeded"], end["data"]!.AsArray().Select(clip => (string)clip!["state"]!));
        Assert.Equal((0, 0), await api.CreditsAsync());
        var attempts = end["data"]!
            .AsArray()
            .Select(clip => (string)clip!["clip_id"]!)
            .Select(clip => Directory.GetDirectories(Path.Combine(shared.Server.Folder, "songs", clip[..2], clip)))
            .Select(folders => Path.GetFileName(Assert.Single(folders)));
        Assert.Equal(["1", "2"], attempts);
    }

    [Fact]
    public async Task A_task_that_took_too_long_answers_504()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Render:TimeoutSeconds=1"]);
        var api = await server.ClientAsync(15);
        var (status, body) = await api.EndOfAsync(
            await api.StartAsync("create", SonicCalls.With(("prompt", "hum (work 60000)")))
        );
        Assert.Equal(HttpStatusCode.GatewayTimeout, status);
        Assert.Equal(("timeout", true), ((string)body["type"]!, (bool)body["already_refunded"]!));
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    private static async Task<List<long>> SeedsAsync(Api api, string id)
    {
        await api.EndOfAsync(id);
        var (_, task) = await api.GetAsync($"/v1/tasks/{id}");
        return [.. task["clips"]!.AsArray().Select(clip => (long)clip!["seed"]!)];
    }

    private async Task DownloadsAsync(JsonNode clip, string field, string type)
    {
        using var http = new HttpClient();
        var url = (string)clip[field]!;
        Assert.StartsWith(shared.Server.Address.ToString(), url, StringComparison.Ordinal);
        using var response = await http.GetAsync(new Uri(url));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }
}

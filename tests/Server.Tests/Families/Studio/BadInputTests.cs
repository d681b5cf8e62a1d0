using System.Net;
using System.Text.Json.Nodes;
using Troubadour.Server.Tests.Families.Sonic;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>Every refusal with its status and a sentence, at no cost; what stands at a limit passes.</summary>
[Collection(SharedServerTests.Name)]
public sealed class BadInputTests(SharedServer shared)
{
    private const string Unknown = "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";

    private static readonly string[] Strengths =
    [
        "prompt_strength",
        "clarity_strength",
        "lyrics_strength",
        "generation_quality",
        "song_section_start",
        "song_section_end",
        "lyrics_placement_start",
        "lyrics_placement_end",
    ];

    public static TheoryData<string, string> Bad =>
        new()
        {
            { StudioCalls.With(("prompt", null)), "prompt is required" },
            { StudioCalls.With(("prompt", " ")), "prompt is required" },
            { StudioCalls.With(("prompt", 7)), "prompt must be a string" },
            { StudioCalls.With(("prompt", new string('a', 1001))), "prompt has 1001 characters; at most 1000" },
            {
                StudioCalls.With(("lyrics_type", null)),
                "lyrics_type is required. Allowed: user, generate, instrumental."
            },
            { StudioCalls.With(("lyrics_type", "mine")), "Allowed: user, generate, instrumental." },
            { StudioCalls.With(("lyrics_type", true)), "lyrics_type must be a string" },
            { StudioCalls.With(("lyrics", null)), "lyrics is required" },
            { StudioCalls.With(("lyrics", " \n")), "lyrics is required" },
            { StudioCalls.With(("lyrics", 7)), "lyrics must be a string" },
            { StudioCalls.With(("lyrics", new string('a', 5001))), "at most 5000" },
            { StudioCalls.With(("lyrics", "слово")), "input language not supported" },
            { StudioCalls.With(("lyrics", "夜に駆ける君と二人で")), "input language not supported" },
            { StudioCalls.With(("lyrics", "그대와 나")), "input language not supported" },
            { StudioCalls.With(("title", new string('x', 81))), "at most 80" },
            { StudioCalls.With(("negative_prompt", new string('x', 1001))), "at most 1000" },
            { StudioCalls.With(("negative_prompt", false)), "negative_prompt must be a string" },
            { StudioCalls.With(("model_type", "studio64")), "Allowed: studio130-v1.5, studio32-v1.5." },
            { StudioCalls.With(("model_type", 130)), "model_type must be a string" },
            { StudioCalls.With(("seed", 1.5)), "seed must be a whole number" },
            { StudioCalls.With(("seed", "7")), "seed must be a whole number" },
            { StudioCalls.With(("bypass_prompt_optimization", "true")), "must be true or false" },
            { StudioCalls.With(("bypass_prompt_optimization", 1)), "must be true or false" },
            {
                StudioCalls.With(("song_section_start", 0.5), ("song_section_end", 0.5)),
                "song_section_start must be less"
            },
            { StudioCalls.With(("song_section_start", 1)), "song_section_start must be less than song_section_end" },
            { StudioCalls.With(("lyrics_placement_start", 0.95)), "lyrics_placement_start must be less" },
            {
                StudioCalls.With(("lyrics_placement_start", 0.5), ("lyrics_placement_end", 0.4)),
                "lyrics_placement_start must be less than lyrics_placement_end"
            },
            { Config("[]"), "config must be an object" },
            { Config("\"regular\""), "config must be an object" },
            { Config("""{"mode":"inpaint"}"""), "config.mode has an unknown value. Allowed: regular, continuation." },
            { Config("""{"mode":1}"""), "config.mode must be a string" },
            { Config("""{"mode":"continuation"}"""), "config.source is required" },
            { Config("""{"mode":"continuation","source":"x"}"""), "config.source must be an object" },
            { Config("""{"mode":"continuation","source":{}}"""), "config.source.song_id is required" },
            { Config("""{"mode":"continuation","source":{"song_id":7}}"""), "config.source.song_id must be a string" },
            {
                Config("""{"mode":"continuation","source":{"source_type":"file","song_id":"x"}}"""),
                "config.source.source_type has an unknown value. Allowed: song."
            },
            { StudioCalls.Going(new string('x', 129)), "at most 128" },
            { StudioCalls.Going("x", ""","crop_start_time":-1"""), "config.crop_start_time must be a number from 0" },
            { StudioCalls.Going("x", ""","crop_start_time":"9" """), "config.crop_start_time must be a number" },
            {
                Config("""{"mode":"continuation","source":{"song_id":"x","crop_start_time":-1}}"""),
                "config.source.crop"
            },
            { StudioCalls.Going(Unknown), "clip not found." },
            { StudioCalls.With(("bpm", 500)), "bpm must be a number" },
            { StudioCalls.With(("webhook_url", "http://example.com/x")), "webhook_url" },
            { StudioCalls.With(("webhook_url", "https://127.0.0.1/x")), "webhook_url" },
            { "[]", "object" },
            { "{", "JSON" },
            { "", "body" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public Task A_bad_create_is_400_with_a_sentence_and_costs_nothing(string body, string sentence) =>
        RefusedAsync(body, sentence);

    [Fact]
    public async Task What_is_a_share_is_a_number_from_0_to_1()
    {
        foreach (var field in Strengths)
        {
            foreach (var value in (JsonNode[])[-0.01, 1.01, "0.5", true, new JsonArray()])
            {
                await RefusedAsync(
                    StudioCalls.With((field, value.DeepClone())),
                    $"{field} must be a number from 0 to 1, without quotes."
                );
            }
        }
    }

    [Fact]
    public async Task Texts_at_their_limits_pass_counted_in_characters_of_any_alphabet()
    {
        var api = await shared.Server.ClientAsync();
        await api.StartStudioAsync(
            StudioCalls.With(
                ("prompt", string.Concat(Enumerable.Repeat("😀", 1000))),
                ("negative_prompt", new string('b', 1000)),
                ("lyrics", new string('a', 5000)),
                ("title", new string('t', 80))
            )
        );
    }

    [Theory]
    [InlineData("/task", 400, "missing task id.")]
    [InlineData("/task/", 400, "missing task id.")]
    [InlineData("/task/" + Unknown, 400, "task not found.")]
    [InlineData("/upload", 404, "nothing")]
    public async Task A_bad_question_is_told_so(string path, int expected, string sentence)
    {
        var api = await shared.Server.ClientAsync();
        var (status, answer) = await api.GetAsync(StudioCalls.Root + path);
        Sonic.BadInputTests.Refused(expected, sentence, status, answer);
    }

    [Fact]
    public async Task A_task_is_known_to_its_own_key_and_family_only()
    {
        var api = await shared.Server.ClientAsync();
        var studio = await api.StartStudioAsync(StudioCalls.Custom);
        var sonic = await api.StartAsync("create", SonicCalls.Custom);
        var nuro = await api.AcceptLyricsAsync("la");
        await NotFoundAsync(await shared.Server.ClientAsync(), studio, StudioCalls.Root);
        await NotFoundAsync(api, sonic, StudioCalls.Root);
        await NotFoundAsync(api, nuro, StudioCalls.Root);
        await NotFoundAsync(api, studio, SonicCalls.Root);
        Assert.Equal(HttpStatusCode.NotFound, (await api.PollAsync(studio)).Status);
        await api.PollStudioAsync(studio);
    }

    [Fact]
    public async Task Without_credits_or_a_key_nothing_is_made()
    {
        var api = await shared.Server.ClientAsync(14);
        var (status, answer) = await api.PostAsync(StudioCalls.Create, StudioCalls.Custom);
        Sonic.BadInputTests.Refused(403, "credits", status, answer);
        (status, answer) = await shared.Server.ClientOf(null).PostAsync(StudioCalls.Create, StudioCalls.Custom);
        Sonic.BadInputTests.Refused(401, "Authorization header is missing.", status, answer);
        (status, answer) = await shared.Server.ClientOf(null).GetAsync($"{StudioCalls.Root}/task/{Unknown}");
        Sonic.BadInputTests.Refused(401, "Authorization header is missing.", status, answer);
    }

    [Fact]
    public async Task A_full_queue_is_429_and_may_be_tried_again()
    {
        await using var server = await TestServer.StartAsync([
            "--Troubadour:Workers=1",
            "--Troubadour:Queue:MaxOpen=1",
        ]);
        var api = await server.ClientAsync();
        var id = await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 600000)")));
        var (status, answer) = await api.PostAsync(StudioCalls.Create, StudioCalls.Custom);
        Sonic.BadInputTests.Refused(429, "queue is full", status, answer);
        Assert.True((bool)answer["retriable"]!);
        await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
        await api.StartStudioAsync(StudioCalls.Custom);
    }

    private static string Config(string config) => StudioCalls.With(("config", JsonNode.Parse(config)));

    private static async Task NotFoundAsync(Api api, string id, string root)
    {
        var (status, answer) = await api.GetAsync($"{root}/task/{id}");
        Sonic.BadInputTests.Refused(400, "task not found.", status, answer);
    }

    private async Task RefusedAsync(string body, string sentence)
    {
        var api = await shared.Server.ClientAsync(100);
        var (status, answer) = await api.PostAsync(StudioCalls.Create, body);
        Sonic.BadInputTests.Refused(400, sentence, status, answer);
        // Clients would take these for a task.
        Assert.Null(answer["task_id"]);
        Assert.Null(answer["data"]);
        Assert.Equal((100, 0), await api.CreditsAsync());
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>Every refusal of the contract's error table, each with its status and a sentence, at no cost.</summary>
[Collection(SharedServerTests.Name)]
public sealed class BadInputTests(SharedServer shared)
{
    private static readonly string Long81 = new('x', 81);

    public static TheoryData<string, string> BadCreates =>
        new()
        {
            { SonicCalls.With(("mv", null)), "mv is required" },
            { SonicCalls.With(("mv", "sonic-v4-5-all")), "sonic-v5-5" },
            { SonicCalls.With(("mv", "v5")), "mv is unknown" },
            { SonicCalls.With(("mv", 5)), "mv must be a string" },
            { SonicCalls.With(("task_type", "make_tea")), "task_type" },
            { SonicCalls.With(("custom_mode", null)), "custom_mode is required" },
            { SonicCalls.With(("custom_mode", "true")), "custom_mode must be true or false" },
            { SonicCalls.With(("make_instrumental", "no")), "make_instrumental must be true or false" },
            { SonicCalls.With(("make_instrumental", 1)), "make_instrumental must be true or false" },
            { SonicCalls.With(("auto_lyrics", "x")), "auto_lyrics" },
            { SonicCalls.With(("prompt", null)), "prompt is required" },
            { SonicCalls.With(("prompt", "  ")), "prompt is required" },
            { SonicCalls.With(("prompt", new string('a', 5001))), "5000" },
            { SonicCalls.With(("prompt", new string('a', 3001)), ("mv", "sonic-v4")), "3000" },
            { SonicCalls.With(("tags", new string('a', 1001))), "1000" },
            { SonicCalls.With(("tags", new string('a', 201)), ("mv", "chirp-v3-5")), "200" },
            { SonicCalls.With(("title", Long81)), "80" },
            { SonicCalls.With(("custom_mode", false)), "gpt_description_prompt is required" },
            {
                SonicCalls.With(("custom_mode", false), ("gpt_description_prompt", "")),
                "gpt_description_prompt is required"
            },
            { SonicCalls.With(("custom_mode", false), ("gpt_description_prompt", new string('a', 401))), "400" },
            { SonicCalls.With(("style_weight", 1.01)), "style_weight must be a number from 0 to 1" },
            { SonicCalls.With(("weirdness_constraint", -0.01)), "weirdness_constraint" },
            { SonicCalls.With(("audio_weight", 2)), "audio_weight" },
            { SonicCalls.With(("audio_weight", "0.5")), "audio_weight" },
            { SonicCalls.With(("vocal_gender", "x")), "vocal_gender" },
            { SonicCalls.With(("duration", 9)), "10 to 360" },
            { SonicCalls.With(("duration", 361)), "10 to 360" },
            { SonicCalls.With(("duration", 241), ("mv", "sonic-v4")), "10 to 240" },
            { SonicCalls.With(("duration", 30.5)), "duration" },
            { SonicCalls.With(("bpm", 500)), "bpm" },
            { SonicCalls.With(("task_type", "persona_music")), "persona_id is required" },
            { SonicCalls.With(("task_type", "persona_music"), ("persona_id", "nobody")), "persona not found." },
            { SonicCalls.With(("task_type", "extend_music")), "continue_clip_id is required" },
            { SonicCalls.With(("task_type", "extend_music"), ("continue_clip_id", "x")), "continue_at is required" },
            {
                SonicCalls.With(("task_type", "extend_music"), ("continue_clip_id", "x"), ("continue_at", -1)),
                "continue_at"
            },
            {
                SonicCalls.With(("task_type", "extend_music"), ("continue_clip_id", "x"), ("continue_at", 1)),
                "clip not found."
            },
            { SonicCalls.With(("task_type", "cover_music"), ("continue_clip_id", "x")), "clip not found." },
            { SonicCalls.With(("task_type", "remaster"), ("continue_clip_id", "x")), "clip not found." },
            { SonicCalls.With(("task_type", "cover_music"), ("continue_clip_id", new string('x', 129))), "128" },
            { """{"task_type":"concat_music"}""", "continue_clip_id is required" },
            { """{"task_type":"concat_music","continue_clip_id":"x","mv":"nonsense"}""", "mv is unknown" },
            { SonicCalls.With(("prompt", "слово"), ("vocal_gender", "f")), "input language not supported" },
            {
                SonicCalls.With(("prompt", "夜に駆ける君と二人で"), ("vocal_gender", "f")),
                "input language not supported"
            },
            { SonicCalls.With(("prompt", "그대와 나"), ("vocal_gender", "f")), "input language not supported" },
            { SonicCalls.With(("webhook_url", "http://example.com/x")), "webhook_url" },
            { SonicCalls.With(("webhook_url", "https://127.0.0.1/x")), "webhook_url" },
            { "[]", "object" },
            { "{", "JSON" },
            { "", "body" },
        };

    public static TheoryData<string, string, string> BadCalls =>
        new()
        {
            { "lyrics", "{}", "description is required." },
            { "lyrics", """{"prompt":"a song"}""", "description is required." },
            { "lyrics", $$"""{"description":"{{new string('a', 121)}}"}""", "120" },
            { "persona", """{"name":"x"}""", "name and continue_clip_id are both required" },
            { "persona", """{"continue_clip_id":"x"}""", "name and continue_clip_id are both required" },
            { "persona", $$"""{"name":"{{Long81}}","continue_clip_id":"x"}""", "80" },
            { "persona", $$"""{"name":"x","continue_clip_id":"x","description":"{{new string('a', 201)}}"}""", "200" },
            { "persona", """{"name":"x","clip_id":"x"}""", "clip not found." },
            { "upload", "{}", "url is required" },
            { "upload", """{"url":"file:///etc/passwd"}""", "url" },
            { "upload", """{"url":"http://127.0.0.1:1/x.mp3"}""", "url" },
            { "stems/basic", "{}", "clip_id is required" },
            { "stems/basic", """{"task_id":"x"}""", "clip_id is required" },
            { "stems/full", """{"clip_id":"x"}""", "clip not found." },
            { "midi", """{"clip_id":"x"}""", "clip not found." },
            { "bpm", """{"clip_id":7}""", "clip_id must be a string" },
            { "aligned-lyrics", """{"clip_id":"x"}""", "clip not found." },
            { "vox", """{"clip_id":"x"}""", "clip not found." },
            { "replace-section", """{"clip_id":"x"}""", "infill_start_s is required" },
            { "replace-section", """{"clip_id":"x","infill_start_s":5,"infill_end_s":5}""", "infill_end_s" },
            { "upsample-tags", "{}", "tags is required" },
            { "download", """{"clip_id":"x","formats":["exe"]}""", "mp3, wav, midi, jpg" },
            { "batch", "{}", "items" },
            { "batch", """{"items":[{"mv":"x"}]}""", "custom_mode" },
        };

    [Theory]
    [MemberData(nameof(BadCreates))]
    public async Task A_bad_create_is_400_with_a_sentence_and_costs_nothing(string body, string sentence)
    {
        var api = await shared.Server.ClientAsync(100);
        var (status, answer) = await api.SonicAsync("create", body);
        Refused(400, sentence, status, answer);
        Assert.Null(answer["task_id"]);
        Assert.Equal((100, 0), await api.CreditsAsync());
    }

    [Theory]
    [MemberData(nameof(BadCalls))]
    public async Task A_bad_call_is_400_with_a_sentence_and_costs_nothing(string call, string body, string sentence)
    {
        var api = await shared.Server.ClientAsync(100);
        var (status, answer) = await api.SonicAsync(call, body);
        Refused(400, sentence, status, answer);
        Assert.Equal((100, 0), await api.CreditsAsync());
    }

    [Theory]
    [InlineData("wav")]
    [InlineData("download")]
    public async Task A_file_of_an_unknown_clip_is_404(string call)
    {
        var api = await shared.Server.ClientAsync();
        var (status, answer) = await api.SonicAsync(call, """{"clip_id":"x"}""");
        Refused(404, "clip not found.", status, answer);
    }

    [Theory]
    [InlineData("/task", 400, "missing task id.")]
    [InlineData("/task/", 400, "missing task id.")]
    [InlineData("/task/0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b", 400, "task not found.")]
    [InlineData("/batch", 400, "batch_id is required")]
    [InlineData("/batch?batch_id=x", 400, "batch not found")]
    [InlineData("/mashup", 404, "nothing")]
    [InlineData("/feed", 404, "nothing")]
    public async Task A_bad_question_is_told_so(string path, int expected, string sentence)
    {
        var api = await shared.Server.ClientAsync();
        var (status, answer) = await api.GetAsync(SonicCalls.Root + path);
        Refused(expected, sentence, status, answer);
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("mashup")]
    [InlineData("create-voice")]
    public async Task What_is_not_here_is_404(string call)
    {
        var api = await shared.Server.ClientAsync();
        var (status, answer) = await api.SonicAsync(call, "{}");
        Refused(404, "nothing", status, answer);
    }

    [Fact]
    public async Task A_prompt_at_its_limit_passes()
    {
        var api = await shared.Server.ClientAsync();
        var (status, _) = await api.SonicAsync(
            "create",
            SonicCalls.With(("prompt", new string('a', 3000)), ("mv", "sonic-v4"), ("tags", new string('b', 200)))
        );
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Without_credits_it_is_403_and_says_credits()
    {
        var api = await shared.Server.ClientAsync(14);
        var (status, answer) = await api.SonicAsync("create", SonicCalls.Custom);
        Refused(403, "credits", status, answer);
        Assert.Equal("forbidden", (string)answer["type"]!);
    }

    [Fact]
    public async Task Without_a_subscription_it_is_403_and_says_subscription_until_it_is_resumed()
    {
        var key = await shared.Server.Keys.CreateAsync("late", 100);
        var api = shared.Server.ClientOf(key.Secret);
        Assert.True(await shared.Server.Keys.SubscribeAsync(key.Id, false));
        var (status, answer) = await api.SonicAsync("create", SonicCalls.Custom);
        Refused(403, "subscription", status, answer);
        Assert.True(await shared.Server.Keys.SubscribeAsync(key.Id, true));
        await api.StartAsync("create", SonicCalls.Custom);
        Assert.False(await shared.Server.Keys.SubscribeAsync("nobody", false));
    }

    [Fact]
    public async Task Without_a_key_or_with_a_wrong_header_it_is_401()
    {
        var (status, answer) = await shared.Server.ClientOf(null).SonicAsync("create", SonicCalls.Custom);
        Refused(401, "Authorization header is missing.", status, answer);
        (status, answer) = await shared.Server.ClientOf("two words").SonicAsync("create", SonicCalls.Custom);
        Refused(401, "Invalid authorization format.", status, answer);
    }

    internal static void Refused(int expected, string sentence, HttpStatusCode status, JsonNode answer)
    {
        Assert.True(expected == (int)status, answer.ToJsonString());
        Assert.Equal(expected, (int)answer["code"]!);
        Assert.Contains(sentence, (string)answer["message"]!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((string)answer["message"]!, (string)answer["error"]!);
        Assert.NotEmpty((string)answer["type"]!);
    }
}

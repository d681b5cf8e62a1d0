using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Riffusion;

/// <summary>Every refusal of the contract's error table, each with its status and a sentence, at no cost.</summary>
[Collection(SharedServerTests.Name)]
public sealed class BadInputTests(SharedServer shared)
{
    public static TheoryData<string, string> BadCreates =>
        new()
        {
            { RiffusionCalls.With(("mv", null)), "mv is required" },
            { RiffusionCalls.With(("mv", "FUZZ-2.0")), "FUZZ-1.0 Pro, FUZZ-1.1, FUZZ-1.1 Pro" },
            { RiffusionCalls.With(("mv", "fuzz-1.1")), "mv is unknown" },
            { RiffusionCalls.With(("mv", 1)), "mv must be a string" },
            { RiffusionCalls.With(("task_type", "concat_music")), "task_type" },
            { RiffusionCalls.With(("custom_mode", null)), "custom_mode is required" },
            { RiffusionCalls.With(("custom_mode", "true")), "custom_mode must be true or false" },
            { RiffusionCalls.With(("make_instrumental", 0)), "make_instrumental must be true or false" },
            { RiffusionCalls.With(("lyrics", null)), "lyrics is required" },
            { RiffusionCalls.With(("lyrics", "  ")), "lyrics is required" },
            { RiffusionCalls.With(("lyrics", new string('a', 5001))), "5000" },
            { RiffusionCalls.With(("prompt", new string('a', 3001))), "3000" },
            { RiffusionCalls.With(("sound", new string('a', 1001))), "1000" },
            { RiffusionCalls.With(("title", new string('a', 81))), "80" },
            { RiffusionCalls.With(("custom_mode", false)), "prompt is required" },
            { RiffusionCalls.With(("cover_strength", 1.01)), "cover_strength must be a number from 0 to 1" },
            { RiffusionCalls.With(("lyrics_strength", -0.1)), "lyrics_strength" },
            { RiffusionCalls.With(("sound_strength", 0.19)), "sound_strength must be a number from 0.2 to 1" },
            { RiffusionCalls.With(("weirdness", "0.5")), "weirdness" },
            { RiffusionCalls.With(("lyrics", "слово")), "input language not supported" },
            { RiffusionCalls.With(("lyrics", "夜に駆ける君と二人で")), "input language not supported" },
            { RiffusionCalls.With(("lyrics", "그대와 나")), "input language not supported" },
            { RiffusionCalls.With(("webhook_url", "http://example.com/x")), "webhook_url" },
            { EditTests.Edit("extend_music", ""), "continue_clip_id is required" },
            { EditTests.Edit("extend_music", "x", ("continue_at", null)), "continue_at is required" },
            { EditTests.Edit("extend_music", "x", ("lyrics", null)), "lyrics is required" },
            { EditTests.Edit("extend_music", "x"), "clip not found." },
            { EditTests.Edit("cover_music", "x"), "clip not found." },
            { EditTests.Edit("cover_upload_music", "x"), "clip not found." },
            { EditTests.Edit("replace_music", "x", ("starts_at", null)), "starts_at is required" },
            { EditTests.Edit("replace_music", "x", ("ends_at", 1)), "ends_at must be greater" },
            { EditTests.Edit("replace_music", "x", ("starts_at", -1)), "starts_at" },
            { EditTests.Edit("swap_music_sound", "x", ("sound", null)), "sound is required" },
            { EditTests.Edit("swap_music_vocals", "x"), "clip not found." },
            { "[]", "object" },
            { "", "body" },
        };

    [Theory]
    [MemberData(nameof(BadCreates))]
    public async Task A_bad_create_is_400_with_a_sentence_and_costs_nothing(string body, string sentence)
    {
        var api = await shared.Server.ClientAsync(100);
        var (status, answer) = await api.RiffusionAsync(body);
        Refused(400, sentence, status, answer);
        Assert.Null(answer["task_id"]);
        Assert.Equal((100, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task Without_credits_or_key_it_is_refused()
    {
        var (status, answer) = await (await shared.Server.ClientAsync(11)).RiffusionAsync(RiffusionCalls.Custom);
        Refused(403, "credits", status, answer);
        (status, answer) = await shared.Server.ClientOf(null).RiffusionAsync(RiffusionCalls.Custom);
        Refused(401, "Authorization header is missing.", status, answer);
    }

    [Theory]
    [InlineData("/task", 400, "missing task id.")]
    [InlineData("/task/0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b", 400, "task not found.")]
    [InlineData("/wav", 404, "nothing")]
    public async Task A_bad_question_is_told_so(string path, int expected, string sentence)
    {
        var (status, answer) = await (await shared.Server.ClientAsync()).GetAsync(RiffusionCalls.Root + path);
        Refused(expected, sentence, status, answer);
    }

    [Fact]
    public async Task Another_keys_and_another_familys_task_is_not_found()
    {
        var api = await shared.Server.ClientAsync();
        var id = await RiffusionCalls.Family.StartAsync(api, "create", RiffusionCalls.Custom);
        foreach (
            var (asker, root) in new[]
            {
                (await shared.Server.ClientAsync(), RiffusionCalls.Root),
                (api, "/api/v1/sonic"),
            }
        )
        {
            var (status, answer) = await asker.GetAsync($"{root}/task/{id}");
            Refused(400, "task not found.", status, answer);
        }
    }

    [Fact]
    public async Task Another_keys_clip_is_an_unknown_clip()
    {
        var clip = await (await shared.Server.ClientAsync()).RiffAsync();
        var (status, answer) = await (await shared.Server.ClientAsync()).RiffusionAsync(
            EditTests.Edit("swap_music_vocals", clip)
        );
        Refused(400, "clip not found.", status, answer);
    }

    [Theory]
    [InlineData("extend_upload_music", "extend_music")]
    [InlineData("cover_upload_music", "cover_music")]
    [InlineData("replace_upload_music", "replace_music")]
    [InlineData("swap_upload_music_sound", "swap_music_sound")]
    [InlineData("swap_upload_music_vocals", "swap_music_vocals")]
    public async Task An_upload_type_wants_an_upload(string type, string other)
    {
        var api = await shared.Server.ClientAsync();
        var (status, answer) = await api.RiffusionAsync(EditTests.Edit(type, await api.RiffAsync()));
        Refused(400, $"use {other}", status, answer);
    }

    internal static void Refused(int expected, string sentence, HttpStatusCode status, JsonNode answer) =>
        Sonic.BadInputTests.Refused(expected, sentence, status, answer);
}

using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>Whatever JSON comes in, the answer is the caller's fault or a good one, never the server's fault.</summary>
[Collection(SharedServerTests.Name)]
public sealed class FuzzTests(SharedServer shared)
{
    private static readonly string[] Calls =
    [
        "create",
        "create",
        "create",
        "stems/basic",
        "stems/full",
        "wav",
        "persona",
        "upload",
        "midi",
        "aligned-lyrics",
        "bpm",
        "vox",
        "replace-section",
        "upsample-tags",
        "download",
        "batch",
        "lyrics",
    ];

    private static readonly string[] Names =
    [
        "task_type",
        "custom_mode",
        "mv",
        "prompt",
        "gpt_description_prompt",
        "title",
        "tags",
        "negative_tags",
        "make_instrumental",
        "continue_clip_id",
        "continue_at",
        "persona_id",
        "style_weight",
        "weirdness_constraint",
        "audio_weight",
        "vocal_gender",
        "auto_lyrics",
        "duration",
        "webhook_url",
        "webhook_secret",
        "clip_id",
        "name",
        "description",
        "url",
        "formats",
        "items",
        "infill_start_s",
        "infill_end_s",
        "vocal_start_s",
        "seed",
        "structure",
        "chords",
    ];

    private static readonly string[] Values =
    [
        "true",
        "false",
        "null",
        "0.5",
        "-1",
        "1e400",
        "12345678901234567890",
        "30",
        "[]",
        "{}",
        "[[1]]",
        "[{\"mv\":\"sonic-v5\"}]",
        "\"sonic-v5\"",
        "\"chirp-v6-mini\"",
        "\"create_music\"",
        "\"extend_music\"",
        "\"concat_music\"",
        "\"persona_music\"",
        "\"cover_upload_music\"",
        "\"[Verse]\\nla la\"",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"f\"",
        "\"mp3\"",
        "\"http://127.0.0.1/x\"",
        "\"https://[::1]/\"",
        "\"../../etc/passwd\"",
        "\"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b\"",
    ];

    private static readonly Gen<string> Body = Gen.Select(
            Gen.OneOfConst(Names),
            Gen.Frequency((6, Gen.OneOfConst(Values)), (1, Gen.String[0, 30].Select(Quote))),
            (name, value) => $"\"{name}\":{value}"
        )
        .Array[0, 12]
        .Select(fields => $"{{{string.Join(',', fields)}}}");

    [Fact]
    public async Task No_call_is_ever_the_servers_fault()
    {
        var clip = await (await shared.Server.ClientAsync()).SongAsync();
        var api = await shared.Server.ClientAsync(0);
        foreach (var (call, body) in Gen.Select(Gen.OneOfConst(Calls), Body).Array[700].Single())
        {
            var sent = body.Replace("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b", clip, StringComparison.Ordinal);
            using var response = await api.RawAsync(HttpMethod.Post, $"{SonicCalls.Root}/{call}", sent);
            var answer = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            Assert.True(status is 200 or 400 or 403 or 404, $"{status} for {call} {sent}: {answer}");
            Assert.NotNull(JsonNode.Parse(answer)!["message"]);
        }
    }

    private static string Quote(string text) =>
        $"\"{string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\"";
}

using System.Text.Json.Nodes;
using CsCheck;

namespace Troubadour.Server.Tests.Families.Riffusion;

/// <summary>Whatever JSON comes in, the answer is the caller's fault or a good one, never the server's fault.</summary>
[Collection(SharedServerTests.Name)]
public sealed class FuzzTests(SharedServer shared)
{
    private static readonly string[] Names =
    [
        "task_type",
        "custom_mode",
        "mv",
        "lyrics",
        "prompt",
        "sound",
        "title",
        "make_instrumental",
        "continue_clip_id",
        "continue_at",
        "starts_at",
        "ends",
        "infill_end_s",
        "cover_strength",
        "lyrics_strength",
        "sound_strength",
        "weirdness",
        "webhook_url",
        "seed",
        "structure",
        "url",
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
        "3",
        "[]",
        "{}",
        "\"FUZZ-1.1\"",
        "\"FUZZ-1.0 Pro\"",
        "\"extend_music\"",
        "\"replace_music\"",
        "\"swap_music_sound\"",
        "\"swap_music_vocals\"",
        "\"swap_upload_music_vocals\"",
        "\"[Verse]\\nla la\"",
        "\"\"",
        "\"\\ud800\"",
        "\"http://127.0.0.1/x\"",
        "\"CLIP\"",
    ];

    private static readonly Gen<string> Call = Gen.Frequency((4, Gen.Const("create")), (1, Gen.Const("upload")));

    private static readonly Gen<string> Body = Gen.Select(
            Gen.OneOf(Names.Select(Gen.Const).ToArray()),
            Gen.OneOf(Values.Select(Gen.Const).ToArray()),
            (name, value) => $"\"{name}\":{value}"
        )
        .Array[0, 12]
        .Select(fields => $"{{{string.Join(',', fields)}}}");

    [Fact]
    public async Task No_call_is_ever_the_servers_fault()
    {
        var clip = await (await shared.Server.ClientAsync()).RiffAsync();
        var api = await shared.Server.ClientAsync(0);
        foreach (var (call, body) in Gen.Select(Call, Body).Array[300].Single())
        {
            var sent = body.Replace("CLIP", clip, StringComparison.Ordinal);
            using var response = await api.RawAsync(HttpMethod.Post, $"{RiffusionCalls.Root}/{call}", sent);
            var answer = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode is 400 or 403, $"{response.StatusCode} for {sent}: {answer}");
            Assert.NotNull(JsonNode.Parse(answer)!["message"]);
        }
    }
}

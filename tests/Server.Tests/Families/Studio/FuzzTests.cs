using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>Whatever JSON comes in, the answer is the caller's fault or a good one, never the server's fault.</summary>
[Collection(SharedServerTests.Name)]
public sealed class FuzzTests(SharedServer shared)
{
    private const string Known = "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";

    private static readonly string[] Names =
    [
        "prompt",
        "prompt",
        "lyrics_type",
        "lyrics_type",
        "lyrics",
        "title",
        "model_type",
        "seed",
        "bypass_prompt_optimization",
        "song_section_start",
        "song_section_end",
        "lyrics_placement_start",
        "lyrics_placement_end",
        "prompt_strength",
        "clarity_strength",
        "lyrics_strength",
        "generation_quality",
        "negative_prompt",
        "config",
        "config",
        "mode",
        "source",
        "song_id",
        "crop_start_time",
        "webhook_url",
        "webhook_secret",
        "structure",
        "chords",
        "bpm",
    ];

    private static readonly string[] Values =
    [
        "true",
        "false",
        "null",
        "0",
        "0.5",
        "1",
        "-1",
        "-1.0",
        "1e400",
        "-0",
        "1e-320",
        "12345678901234567890",
        "30",
        "[]",
        "{}",
        "[[1]]",
        "\"user\"",
        "\"user\"",
        "\"generate\"",
        "\"instrumental\"",
        "\"studio32-v1.5\"",
        "\"rock, pop\"",
        "\"[Verse]\\nla la\"",
        "\", ,\"",
        "\"\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"http://127.0.0.1/x\"",
        "\"../../etc/passwd\"",
        """{"mode":"continuation"}""",
        """{"mode":"continuation","source":{"song_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}}""",
        """{"mode":"continuation","source":{"song_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b","crop_start_time":0.1}}""",
        """{"mode":"continuation","source":{"song_id":"\ud800"},"crop_start_time":3600}""",
        """{"mode":"regular","source":7}""",
        """{"mode":"continuation","source":[{"song_id":"x"}]}""",
    ];

    private static readonly Gen<string> Body = Gen.Select(
            Gen.OneOf(Names.Select(Gen.Const).ToArray()),
            Gen.Frequency((8, Gen.OneOf(Values.Select(Gen.Const).ToArray())), (1, Gen.String[0, 30].Select(Quote))),
            (name, value) => $"\"{name}\":{value}"
        )
        .Array[0, 12]
        .Select(fields =>
            $"{{\"prompt\":\"pop\",\"lyrics_type\":\"instrumental\",{string.Join(',', [.. fields, "\"x\":1"])}}}"
        );

    [Fact]
    public async Task No_create_is_ever_the_servers_fault()
    {
        var song = await (await shared.Server.ClientAsync()).StudioSongAsync();
        var api = await shared.Server.ClientAsync(0);
        foreach (var body in Body.Array[500].Single())
        {
            var sent = body.Replace(Known, song, StringComparison.Ordinal);
            using var response = await api.RawAsync(HttpMethod.Post, StudioCalls.Create, sent);
            var answer = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            Assert.True(status is 400 or 403, $"{status} for {sent}: {answer}");
            Assert.NotNull(JsonNode.Parse(answer)!["message"]);
        }
    }

    private static string Quote(string text) =>
        $"\"{string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\"";
}

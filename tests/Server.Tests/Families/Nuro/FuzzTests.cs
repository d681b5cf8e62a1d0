using System.Text.Json.Nodes;
using CsCheck;

namespace Troubadour.Server.Tests.Families.Nuro;

/// <summary>Whatever JSON comes in, the answer is the caller's fault or a task, never the server's fault.</summary>
[Collection(SharedServerTests.Name)]
public sealed class FuzzTests(SharedServer shared)
{
    private static readonly string[] Names =
    [
        "type",
        "lyrics",
        "gender",
        "genre",
        "mood",
        "timbre",
        "duration",
        "description",
        "version",
        "segments",
        "instrument",
        "theme",
        "bpm",
        "key",
        "time_signature",
        "seed",
        "chords",
        "structure",
        "name",
    ];

    private static readonly string[] Words =
    [
        "vocal",
        "bgm",
        "v1.0",
        "v2.0",
        "Pop",
        "pop",
        "Happy",
        "Female",
        "Warm",
        "[verse]\nla",
        "C",
        "4/4",
        "verse",
        "\u0000",
        "\ud800",
        "",
    ];

    private static readonly string[] Odd =
    [
        "null",
        "true",
        "1e400",
        "-0.0",
        "12345678901234567890",
        "[]",
        "{}",
        "[[[[1]]]]",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.OneOf(Words.Select(Gen.Const).ToArray()),
            Gen.String[0, 40]
        )
        .Select(Quote);

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Text,
        Gen.Int[-5, 260].Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf(Odd.Select(Gen.Const).ToArray())
    );

    private static readonly Gen<string> Value = Gen.OneOf(
        Scalar,
        Scalar.Array[0, 7].Select(items => $"[{string.Join(',', items)}]"),
        Fields(Scalar).Array[0, 3].Select(items => $"[{string.Join(',', items)}]")
    );

    private static readonly Gen<string> Body = Gen.OneOf(
        Fields(Value),
        Fields(Value).Select(Gen.Int[0, 60], (body, cut) => body[..Math.Min(cut, body.Length)])
    );

    [Fact]
    public async Task A_create_is_never_the_servers_fault()
    {
        var api = await shared.Server.ClientAsync(0);
        foreach (var body in Body.Array[600].Single())
        {
            using var response = await api.RawAsync(HttpMethod.Post, "/api/v1/nuro/create", body);
            var answer = await response.Content.ReadAsStringAsync();
            // Without credits a good body ends at 403; anything else is refused before.
            Assert.True((int)response.StatusCode is 400 or 403, $"{(int)response.StatusCode} for {body}: {answer}");
            Assert.False(string.IsNullOrEmpty((string)JsonNode.Parse(answer)!["message"]!));
        }
    }

    private static Gen<string> Fields(Gen<string> value) =>
        Gen.Select(Gen.OneOf(Names.Select(Gen.Const).ToArray()), value, (name, v) => $"\"{name}\":{v}")
            .Array[0, 9]
            .Select(fields => $"{{{string.Join(',', fields)}}}");

    // By hand, so that half surrogates and control characters reach the server as escapes.
    private static string Quote(string text) =>
        $"\"{string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\u{(int)c:x4}"))}\"";
}

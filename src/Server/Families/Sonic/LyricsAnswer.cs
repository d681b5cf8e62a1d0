using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The answer to a wish for lyrics.</summary>
public sealed record LyricsAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("results")] IReadOnlyList<LyricsResult> Results,
    [property: JsonPropertyName("message")] string Message
);

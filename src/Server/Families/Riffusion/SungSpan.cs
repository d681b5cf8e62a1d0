using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>A sung word or line, in seconds of the clip.</summary>
public sealed record SungSpan(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("start")] double Start,
    [property: JsonPropertyName("end")] double End
);

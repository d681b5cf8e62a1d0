using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A sung word. The score knows its time, so it is certain.</summary>
public sealed record AlignedWord(
    [property: JsonPropertyName("word")] string Word,
    [property: JsonPropertyName("start_s")] double Start,
    [property: JsonPropertyName("end_s")] double End
)
{
    /// <summary>Always 1.</summary>
    [JsonPropertyName("p_align")]
    public double Certainty { get; } = 1;

    /// <summary>Always true.</summary>
    [JsonPropertyName("success")]
    public bool Success { get; } = true;
}

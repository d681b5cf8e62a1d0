using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A sung word. Where the score knows its time it is certain; words of an upload are looked for.</summary>
public sealed record AlignedWord(
    [property: JsonPropertyName("word")] string Word,
    [property: JsonPropertyName("start_s")] double Start,
    [property: JsonPropertyName("end_s")] double End
)
{
    /// <summary>How sure the times are, 0 guessed to 1.</summary>
    [JsonPropertyName("p_align")]
    public double Certainty { get; init; } = 1;

    /// <summary>False for a word of an upload that was not found: it is put between those that were.</summary>
    [JsonPropertyName("success")]
    public bool Success => Certainty > 0;
}

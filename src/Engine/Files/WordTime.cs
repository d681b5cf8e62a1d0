using System.Text.Json.Serialization;

namespace Troubadour.Engine;

/// <summary>A sung word.</summary>
public sealed record WordTime(string Word, double Start, double End)
{
    /// <summary>How sure the times are, 0 guessed to 1; null where the score knows them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }
}

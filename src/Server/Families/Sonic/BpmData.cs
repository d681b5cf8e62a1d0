using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Tempo in pulses a minute (a dotted quarter in 6/8, 9/8 and 12/8), key such as "A minor", metre such as "4/4".</summary>
public sealed record BpmData(
    [property: JsonPropertyName("bpm")] double Bpm,
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("time_signature")] string TimeSignature
)
{
    /// <summary>True where they were heard in an upload, and not composed.</summary>
    [JsonPropertyName("estimated")]
    public bool IsEstimated { get; init; }
}

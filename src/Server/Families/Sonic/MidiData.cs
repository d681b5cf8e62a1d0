using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A clip's MIDI file and what is in it.</summary>
public sealed record MidiData(
    [property: JsonPropertyName("midi_url")] string MidiUrl,
    [property: JsonPropertyName("instruments")] IReadOnlyList<MidiInstrument> Instruments
)
{
    /// <summary>True where notes were heard in an upload, and not composed.</summary>
    [JsonPropertyName("estimated")]
    public bool IsEstimated { get; init; }
}

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A track of the MIDI file.</summary>
public sealed record MidiInstrument(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("program")] int Program,
    [property: JsonPropertyName("is_drum")] bool IsDrum,
    [property: JsonPropertyName("notes")] IReadOnlyList<MidiNote> Notes
);

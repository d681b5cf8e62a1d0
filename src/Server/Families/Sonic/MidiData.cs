using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A clip's MIDI file and what is in it.</summary>
public sealed record MidiData(
    [property: JsonPropertyName("midi_url")] string MidiUrl,
    [property: JsonPropertyName("instruments")] IReadOnlyList<MidiInstrument> Instruments
);

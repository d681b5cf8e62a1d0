using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A note: MIDI key, seconds from the clip's start, velocity as a share of the loudest.</summary>
public sealed record MidiNote(
    [property: JsonPropertyName("pitch")] int Pitch,
    [property: JsonPropertyName("start")] double Start,
    [property: JsonPropertyName("end")] double End,
    [property: JsonPropertyName("velocity")] double Velocity
);

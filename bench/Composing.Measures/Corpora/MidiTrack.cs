using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>A track of a MIDI file.</summary>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Notes">Start and length in ticks, key and velocity, by start.</param>
public sealed record MidiTrack(string Name, ImmutableArray<(int Start, int Length, int Key, int Velocity)> Notes);

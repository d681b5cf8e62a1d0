using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>What a standard MIDI file holds, as far as the measures ask.</summary>
/// <param name="Division">Ticks in a quarter.</param>
/// <param name="Tracks">Its tracks.</param>
/// <param name="Meters">Time signatures in file order.</param>
public sealed record MidiContent(
    int Division,
    ImmutableArray<MidiTrack> Tracks,
    ImmutableArray<(int Beats, int Unit)> Meters
);

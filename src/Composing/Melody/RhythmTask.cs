using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>What a line's rhythm must hold.</summary>
/// <param name="Stress">For each note -1 (weak) to 1 (strong): how much it wants a strong beat.</param>
/// <param name="Slots">Sixteenths that the line has.</param>
/// <param name="Pickup">Sixteenths it may start early.</param>
/// <param name="SlotSeconds">Seconds in a sixteenth.</param>
/// <param name="ShortestSeconds">Least time between onsets that can be sung well.</param>
/// <param name="Motif">Onsets of the line it answers; empty for none.</param>
/// <param name="Fill">Share of the line to the last onset that is wished for.</param>
internal sealed record RhythmTask(
    ImmutableArray<double> Stress,
    int Slots,
    int Pickup,
    double SlotSeconds,
    double ShortestSeconds,
    ImmutableArray<int> Motif,
    double Fill
);

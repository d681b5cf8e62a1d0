using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>What a line's rhythm must hold.</summary>
internal sealed record RhythmTask
{
    /// <summary>For each note -1 (weak) to 1 (strong): how much it wants a strong beat.</summary>
    public required ImmutableArray<double> Stress { get; init; }

    /// <summary>Sixteenths that the line has.</summary>
    public required int Slots { get; init; }

    /// <summary>Sixteenths it may start early.</summary>
    public required int Pickup { get; init; }

    /// <summary>Seconds in a sixteenth.</summary>
    public required double SlotSeconds { get; init; }

    /// <summary>Least time between onsets that can be sung well.</summary>
    public required double ShortestSeconds { get; init; }

    /// <summary>Share of the line to the last onset that is wished for.</summary>
    public required double Fill { get; init; }

    /// <summary>True to bring the last note an eighth before its beat.</summary>
    public bool Early { get; init; }

    /// <summary>Onsets of the line it answers; empty for none.</summary>
    public ImmutableArray<int> Motif { get; init; } = [];

    /// <summary>How strongly the motif's onsets are kept, 0 to 1.</summary>
    public double Pull { get; init; }
}

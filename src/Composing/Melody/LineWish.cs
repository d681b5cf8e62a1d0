using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>What one line of melody is asked to be.</summary>
internal sealed record LineWish
{
    /// <summary>For each note -1 weak to 1 strong.</summary>
    public required ImmutableArray<double> Stress { get; init; }

    /// <summary>The tone of each syllable, 1 to 5 or 0; empty for a line without tones.</summary>
    public ImmutableArray<int> Tones { get; init; } = [];

    /// <summary>Tick of the line's first bar.</summary>
    public required int Tick { get; init; }

    /// <summary>Sixteenths it has.</summary>
    public required int Slots { get; init; }

    /// <summary>Sixteenths it may start early.</summary>
    public int Pickup { get; init; }

    /// <summary>Semitones that the section lies above the song's key.</summary>
    public int Transpose { get; init; }

    /// <summary>Lowest key.</summary>
    public required int Low { get; init; }

    /// <summary>Highest key.</summary>
    public required int High { get; init; }

    /// <summary>The key it moves around.</summary>
    public required double Centre { get; init; }

    /// <summary>Semitones of its arc.</summary>
    public double Arc { get; init; } = 5;

    /// <summary>Where the arc peaks, 0 to 1.</summary>
    public double Peak { get; init; } = 0.5;

    /// <summary>True to end on the tonic.</summary>
    public bool Closed { get; init; }

    /// <summary>True to speak on the rhythm.</summary>
    public bool Rap { get; init; }

    /// <summary>The line it comes from; null for a new idea.</summary>
    public LineShape? Motif { get; init; }

    /// <summary>What it takes from <see cref="Motif"/>.</summary>
    public LineRelation Relation { get; init; } = LineRelation.Answer;

    /// <summary>How strongly the motif is kept where the relation keeps it, 0 to 1.</summary>
    public double Pull { get; init; } = 0.95;

    /// <summary>Diatonic steps that a sequence lies above its motif.</summary>
    public int Shift { get; init; }

    /// <summary>Rhythms of bars that were sung before in the song, see <see cref="BarRhythms"/>.</summary>
    public IReadOnlySet<ulong> Known { get; init; } = new HashSet<ulong>();

    /// <summary>Tunes that this line should not be mistaken for.</summary>
    public ImmutableArray<LineShape> Unlike { get; init; } = [];

    /// <summary>Notes a second that are wished for.</summary>
    public double NotesPerSecond { get; init; } = 2.9;
}

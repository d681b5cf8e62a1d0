using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What a line's tune must hold.</summary>
internal sealed record TuneTask
{
    /// <summary>The chord under each note.</summary>
    public required ImmutableArray<Chord> Chords { get; init; }

    /// <summary>For each note 0 off the beat, 1 on a weak beat, 2 on a strong one.</summary>
    public required ImmutableArray<int> Places { get; init; }

    /// <summary>For each note its length in sixteenths.</summary>
    public required ImmutableArray<int> Lengths { get; init; }

    /// <summary>For each note the key it answers, or 0 for none.</summary>
    public required ImmutableArray<int> Targets { get; init; }

    /// <summary>The tone of each note's syllable, 1 to 5 or 0; empty for a line without tones.</summary>
    public ImmutableArray<int> Tones { get; init; } = [];

    /// <summary>How strongly targets are kept, 0 to 1.</summary>
    public double Pull { get; init; }

    /// <summary>Lowest key allowed.</summary>
    public required int Low { get; init; }

    /// <summary>Highest key allowed.</summary>
    public required int High { get; init; }

    /// <summary>The key it moves around.</summary>
    public required double Centre { get; init; }

    /// <summary>Semitones that its shape rises or falls: see <see cref="Peak"/>.</summary>
    public required double Arc { get; init; }

    /// <summary>Where in the line the arc is highest, 0 to 1.</summary>
    public required double Peak { get; init; }

    /// <summary>True to end at rest on the tonic or third, false to end open.</summary>
    public required bool Closed { get; init; }
}

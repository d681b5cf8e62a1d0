using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What a line's tune must hold.</summary>
/// <param name="Chords">The chord under each note.</param>
/// <param name="Weights">For each note 0 (passing) to 1 (long or on a strong beat).</param>
/// <param name="Low">Lowest key allowed.</param>
/// <param name="High">Highest key allowed.</param>
/// <param name="Centre">The key it moves around.</param>
/// <param name="Arc">Semitones that its shape rises or falls: see <paramref name="Peak"/>.</param>
/// <param name="Peak">Where in the line the arc is highest, 0 to 1.</param>
/// <param name="Closed">True to end at rest on the tonic or third, false to end open.</param>
/// <param name="Motif">The tune it answers; empty for none.</param>
internal sealed record TuneTask(
    ImmutableArray<Chord> Chords,
    ImmutableArray<double> Weights,
    int Low,
    int High,
    double Centre,
    double Arc,
    double Peak,
    bool Closed,
    ImmutableArray<int> Motif
);

using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Every measure of a sung melody, by name. Definitions: MusDr (Wu and Yang 2020) for entropies and groove similarity, Yeh et al.
/// 2021 for pitch consonance, Dai, Zhang and Dannenberg 2020 for phrases of the same letter.
/// </summary>
public static class MelodyMeasures
{
    /// <summary>Measures the piece; empty when it has fewer than <see cref="MelodyPiece.FewestNotes"/> notes.</summary>
    public static ImmutableSortedDictionary<string, double> Of(MelodyPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var found = new Findings();
        if (piece.Notes.Length >= MelodyPiece.FewestNotes)
        {
            PitchMeasures.Add(piece, found);
            MotionMeasures.Add(piece, found);
            RhythmMeasures.Add(piece, found);
            ChordFitMeasures.Add(piece, found);
            RepetitionMeasures.Add(piece, found);
            PhraseMeasures.Add(piece, found);
        }

        return found.ToDictionary();
    }
}

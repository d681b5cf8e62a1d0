namespace Troubadour.Composing.Measures;

/// <summary>What pitches a melody uses.</summary>
internal static class PitchMeasures
{
    public static void Add(MelodyPiece piece, Findings found)
    {
        var keys = piece.Notes.Select(note => note.Key).ToList();
        found.Add("melody.entropy", Stat.PitchClassEntropy(keys));
        found.AddMean("melody.h1", Windows(piece, 1, 1));
        found.AddMean("melody.h4", Windows(piece, 4, 4));
        found.Add("melody.scale", Stat.ScaleConsistency(keys));
        found.Add("melody.range", keys.Max() - keys.Min());
        keys.Sort();
        found.Add("melody.range90", keys[(int)(0.95 * keys.Count)] - keys[(int)(0.05 * keys.Count)]);
    }

    // Entropy of windows that start at every bar; a window with too few notes says nothing.
    private static List<double> Windows(MelodyPiece piece, int bars, int fewest)
    {
        var result = new List<double>();
        var size = bars * piece.BarSlots;
        for (var from = 0; from + size <= piece.Slots; from += piece.BarSlots)
        {
            var keys = piece.Notes.Where(n => n.Slot >= from && n.Slot < from + size).Select(n => n.Key).ToList();
            if (keys.Count >= fewest)
            {
                result.Add(Stat.PitchClassEntropy(keys));
            }
        }

        return result;
    }
}

namespace Troubadour.Composing.Measures;

/// <summary>When a melody's notes fall.</summary>
internal static class RhythmMeasures
{
    public static void Add(MelodyPiece piece, Findings found)
    {
        var bars = piece.Bars().Values.Select(bar => Onsets(bar, piece.BarSlots)).ToList();
        found.AddMean("melody.groove.adjacent", [.. bars.Skip(1).Select((bar, i) => Similarity(bars[i], bar))]);
        found.AddMean("melody.groove.all", AllPairs(bars));
        found.Add("melody.notes", (double)piece.Notes.Length / bars.Count);
        found.Add("melody.rest", 1 - (double)piece.Notes.Sum(note => note.Length) / piece.Slots);
        var count = (double)piece.Notes.Length;
        found.Add("melody.offbeat", piece.Notes.Count(n => n.Slot % piece.BarSlots % piece.PulseSlots != 0) / count);
        found.Add("melody.off8th", piece.Notes.Count(n => n.Slot % 2 != 0) / count);
    }

    /// <summary>1 less the Hamming distance of two rows of onsets.</summary>
    public static double Similarity(bool[] one, bool[] other)
    {
        var same = 0;
        for (var i = 0; i < one.Length; i++)
        {
            same += one[i] == other[i] ? 1 : 0;
        }

        return (double)same / one.Length;
    }

    /// <summary>Similarities of all pairs.</summary>
    public static List<double> AllPairs(List<bool[]> bars)
    {
        var result = new List<double>();
        for (var i = 0; i < bars.Count; i++)
        {
            for (var j = i + 1; j < bars.Count; j++)
            {
                result.Add(Similarity(bars[i], bars[j]));
            }
        }

        return result;
    }

    private static bool[] Onsets(IEnumerable<GridNote> bar, int slots)
    {
        var row = new bool[slots];
        foreach (var note in bar)
        {
            row[note.Slot % slots] = true;
        }

        return row;
    }
}

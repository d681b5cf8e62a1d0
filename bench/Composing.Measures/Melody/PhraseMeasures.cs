namespace Troubadour.Composing.Measures;

/// <summary>How phrases return.</summary>
internal static class PhraseMeasures
{
    public static void Add(MelodyPiece piece, Findings found)
    {
        var sung = piece.Phrases.Where(phrase => phrase.HasMelody).ToList();
        if (sung.Count == 0)
        {
            return;
        }

        var letters = sung.Select(phrase => phrase.Letter).Distinct().Count();
        var bars = piece.Phrases.Sum(phrase => phrase.Bars);
        found.Add("form.phrases", piece.Phrases.Length);
        found.Add("form.sung", sung.Count);
        found.Add("form.letters", letters);
        found.Add("form.repeat", 1 - (double)letters / sung.Count);
        found.Add("form.bars", bars);
        if (Math.Abs(bars * piece.BarSlots - piece.Slots) <= 64)
        {
            Compare(piece, sung, found);
        }
    }

    private static void Compare(MelodyPiece piece, List<PhraseMark> sung, Findings found)
    {
        List<double> same = [],
            sameRhythm = [],
            other = [],
            otherRhythm = [];
        for (var i = 0; i < sung.Count; i++)
        {
            for (var j = i + 1; j < sung.Count; j++)
            {
                if (Likeness(piece, sung[i], sung[j]) is not var (tune, rhythm))
                {
                    continue;
                }

                var equal = sung[i].Letter == sung[j].Letter;
                (equal ? same : other).Add(tune);
                (equal ? sameRhythm : otherRhythm).Add(rhythm);
            }
        }

        if (same.Count > 0 && other.Count > 0)
        {
            found.AddMean("phrase.same.tune", same);
            found.AddMean("phrase.same.rhythm", sameRhythm);
            found.AddMean("phrase.other.tune", other);
            found.AddMean("phrase.other.rhythm", otherRhythm);
        }
    }

    /// <summary>Share of sounding sixteenths with the same pitch, and Jaccard index of the onsets; null when both are silent.</summary>
    public static (double Tune, double Rhythm)? Likeness(MelodyPiece piece, PhraseMark one, PhraseMark other)
    {
        var length = Math.Min(one.Bars, other.Bars) * piece.BarSlots;
        var (keys, onsets) = Grid(piece, one.Slot, length);
        var (otherKeys, otherOnsets) = Grid(piece, other.Slot, length);
        int sounding = 0,
            equal = 0,
            both = 0,
            any = 0;
        for (var i = 0; i < length; i++)
        {
            sounding += keys[i] > 0 || otherKeys[i] > 0 ? 1 : 0;
            equal += (keys[i] > 0 || otherKeys[i] > 0) && keys[i] == otherKeys[i] ? 1 : 0;
            both += onsets[i] && otherOnsets[i] ? 1 : 0;
            any += onsets[i] || otherOnsets[i] ? 1 : 0;
        }

        return sounding == 0 ? null : ((double)equal / sounding, any == 0 ? 0 : (double)both / any);
    }

    private static (int[] Keys, bool[] Onsets) Grid(MelodyPiece piece, int from, int length)
    {
        var keys = new int[length];
        var onsets = new bool[length];
        foreach (var note in piece.Notes.Where(n => n.Slot >= from && n.Slot < from + length))
        {
            onsets[note.Slot - from] = true;
            Array.Fill(keys, note.Key, note.Slot - from, Math.Min(note.Length, from + length - note.Slot));
        }

        return (keys, onsets);
    }
}

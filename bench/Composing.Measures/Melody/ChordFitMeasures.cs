using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>How a melody sits on its chords.</summary>
internal static class ChordFitMeasures
{
    private const int FewestNotes = 30;

    public static void Add(MelodyPiece piece, Findings found)
    {
        var chords = piece.ChordBySlot();
        found.Add("chords.perbar", (double)piece.BarSlots * piece.Chords.Length / piece.Chords.Sum(c => c.Length));
        found.Add("chords.distinct", piece.Chords.Where(c => c.Root >= 0).Select(c => c.Symbol).Distinct().Count());
        found.Add(
            "chords.rich",
            (double)piece.Chords.Sum(c => c.IsRich ? c.Length : 0) / piece.Chords.Sum(c => c.Length)
        );
        Trigrams(piece, found);
        var over = piece.Notes.Where(note => Under(chords, note.Slot) is not null).ToList();
        if (over.Count <= FewestNotes)
        {
            return;
        }

        var inside = over.Where(note => Fits(Under(chords, note.Slot)!, note.Key)).ToList();
        found.Add("melody.chord.notes", (double)inside.Count / over.Count);
        found.Add("melody.chord.length", (double)inside.Sum(n => n.Length) / over.Sum(n => n.Length));
        var strong = over.Where(note => IsStrong(piece, note.Slot)).ToList();
        found.Add(
            "melody.chord.strong",
            (double)strong.Count(n => Fits(Under(chords, n.Slot)!, n.Key)) / Math.Max(1, strong.Count)
        );
        found.AddMean("melody.consonance", Consonance(piece, chords, chord => chord.PitchClasses));
        found.AddMean("melody.consonance.triads", Consonance(piece, chords, chord => chord.Triad()));
    }

    /// <summary>True on the beats that a listener counts: 1 and 3 of four, 1 of two or three.</summary>
    private static bool IsStrong(MelodyPiece piece, int slot)
    {
        var inside = slot % piece.BarSlots;
        return inside == 0 || (piece.BarSlots % (2 * piece.PulseSlots) == 0 && inside == piece.BarSlots / 2);
    }

    private static GridChord? Under(GridChord?[] chords, int slot) =>
        slot < chords.Length && chords[slot] is { PitchClasses.IsEmpty: false } chord ? chord : null;

    private static bool Fits(GridChord chord, int key) => chord.PitchClasses.Contains(key % 12);

    private static List<double> Consonance(
        MelodyPiece piece,
        GridChord?[] chords,
        Func<GridChord, ImmutableArray<int>> tones
    )
    {
        var scores = new List<double>();
        foreach (var note in piece.Notes)
        {
            for (var slot = note.Slot; slot < note.Slot + note.Length; slot++)
            {
                if (Under(chords, slot) is { } chord)
                {
                    scores.Add(tones(chord).Average(tone => Score(note.Key - tone)));
                }
            }
        }

        return scores;
    }

    private static int Score(int interval) =>
        (((interval % 12) + 12) % 12) switch
        {
            0 or 3 or 4 or 7 or 8 or 9 => 1,
            5 => 0,
            _ => -1,
        };

    private static void Trigrams(MelodyPiece piece, Findings found)
    {
        var names = piece.Chords.Where(c => c.Root >= 0).Select(c => c.Name).ToList();
        var trigrams = names.Skip(2).Select((name, i) => (names[i], names[i + 1], name)).ToList();
        if (trigrams.Count > 10)
        {
            found.Add("chords.trigrams", (double)trigrams.Distinct().Count() / trigrams.Count);
        }
    }
}

namespace Troubadour.Composing.Measures;

/// <summary>Whether the words are sung in the order they are written.</summary>
public static class WordOrder
{
    /// <summary>Share of neighbouring notes of the lead voice that stay on their syllable or go on to the next one; 1 without a voice.</summary>
    public static double Share(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var notes = grid
            .Leads.SelectMany(phrase => phrase.Notes.Select(note => (note.Tick, phrase.Line, note.Syllable)))
            .OrderBy(note => note.Tick)
            .ToList();
        var good = notes.Skip(1).Where((note, i) => Follows(notes[i], note)).Count();
        return notes.Count < 2 ? 1 : (double)good / (notes.Count - 1);
    }

    private static bool Follows((int Tick, int Line, int Syllable) before, (int Tick, int Line, int Syllable) note) =>
        note.Line == before.Line
            ? note.Syllable - before.Syllable is 0 or 1
            : note.Line == before.Line + 1 && note.Syllable == 0;
}

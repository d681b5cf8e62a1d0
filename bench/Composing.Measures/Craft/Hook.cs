using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>2: the title line's tune comes at least three times, nearly the same, and no verse line is like it.</summary>
internal static class Hook
{
    private const double Same = 0.75;
    private const double Unlike = 0.6;

    public static IEnumerable<CraftFinding> Of(SongGrid grid)
    {
        var title = grid.Song.Title;
        var hooks = grid.Leads.Where(p => title.Length > 0 && StartsWith(p.Text, title)).ToList();
        var hook = hooks.FirstOrDefault(phrase => !phrase.Rap);
        var fits = hook is not null && grid.Song.Sections.Count(section => section.Kind == "chorus") >= 2;
        var times = hook is null ? double.NaN : grid.Leads.Count(phrase => Likeness(grid, hook, phrase) >= Same);
        yield return new CraftFinding(2, "times the title line's tune is sung", "at least 3", fits, times, times >= 3);
        var verse = hook is null
            ? double.NaN
            : grid
                .Song.Sections.Where(section => section.Kind == "verse")
                .SelectMany(section => grid.Leads.Where(phrase => SongGrid.Holds(section, phrase)))
                .Where(phrase => !StartsWith(phrase.Text, title))
                .Select(phrase => Likeness(grid, hook, phrase))
                .DefaultIfEmpty(0)
                .Max();
        yield return new CraftFinding(2, "likeness of the nearest verse line", "under .6", fits, verse, verse < Unlike);
    }

    /// <summary>Jaccard index of notes by onset and pitch, both counted from the first note.</summary>
    public static double Likeness(SongGrid grid, VocalPhrase one, VocalPhrase other)
    {
        var (first, second) = (Shape(grid, one), Shape(grid, other));
        var common = first.Count(second.Contains);
        return (double)common / (first.Count + second.Count - common);
    }

    private static HashSet<(int Slot, int Key)> Shape(SongGrid grid, VocalPhrase phrase)
    {
        var start = grid.Slot(phrase.Notes[0].Tick);
        return [.. phrase.Notes.Select(note => (grid.Slot(note.Tick) - start, note.Key - phrase.Notes[0].Key))];
    }

    private static bool StartsWith(string text, string title) =>
        Plain(text).StartsWith(Plain(title), StringComparison.Ordinal);

    private static string Plain(string text) =>
        string.Concat(text.Where(c => char.IsLetter(c) || c == ' ')).ToUpperInvariant();
}

using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>10: something changes every four to eight bars, the second verse differs, no eight bars come back note for note.</summary>
internal static class Changes
{
    private const int Window = 8;

    public static IEnumerable<CraftFinding> Of(SongGrid grid)
    {
        var bars = grid.Slots / grid.BarSlots;
        var patterns = Patterns(grid, bars);
        var longest = LongestRun(patterns);
        yield return new CraftFinding(
            10,
            "bars until something changes, most",
            "at most 8",
            bars > 0,
            longest,
            longest <= 8
        );
        var full = Full(grid, bars);
        var copies = Copies(full);
        yield return new CraftFinding(10, "eight bars that return note for note", "0", bars >= 16, copies, copies == 0);
        var verses = grid.Song.Sections.Where(section => section.Kind == "verse").Take(2).ToList();
        var same = verses.Count < 2 ? double.NaN : Same(grid, full, verses[0], verses[1]);
        yield return new CraftFinding(
            10,
            "bars of verse 2 as in verse 1",
            "under .9",
            verses.Count == 2,
            same,
            same < 0.9
        );
    }

    // What a listener takes for "the same again": which parts play, in which rhythm.
    private static List<string> Patterns(SongGrid grid, int bars) =>
        Texts(
            grid,
            bars,
            (part, notes) =>
                notes.Select(n => part.Role == PartRole.Drums ? n.Slot * 128 + n.Key : n.Slot).Distinct().Order()
        );

    private static List<string> Full(SongGrid grid, int bars)
    {
        var parts = Texts(grid, bars, (_, notes) => notes.Select(n => n.Slot * 128 + n.Key).Order());
        var voice = Bars(grid, grid.Leads.SelectMany(phrase => phrase.Notes).Select(note => (note.Tick, note.Key)));
        return [.. parts.Select((text, bar) => $"{text}|{string.Join(',', voice[bar])}")];
    }

    private static List<string> Texts(
        SongGrid grid,
        int bars,
        Func<Part, IEnumerable<(int Slot, int Key)>, IEnumerable<int>> describe
    )
    {
        var parts = grid
            .Song.Parts.Select(part => (part, Bars: Bars(grid, part.Notes.Select(note => (note.Tick, note.Key)))))
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, bars)
                .Select(bar => string.Join(';', parts.Select(p => string.Join(',', describe(p.part, p.Bars[bar]))))),
        ];
    }

    // Slot inside the bar and key of every note, by bar.
    private static ILookup<int, (int Slot, int Key)> Bars(SongGrid grid, IEnumerable<(int Tick, int Key)> notes) =>
        notes
            .Select(note => (Slot: Math.Max(0, grid.Slot(note.Tick)), note.Key))
            .ToLookup(note => note.Slot / grid.BarSlots, note => (note.Slot % grid.BarSlots, note.Key));

    private static int LongestRun(List<string> patterns)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < patterns.Count; i++)
        {
            run = i > 0 && patterns[i] == patterns[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // Stretches of eight bars that equal an earlier stretch; a stretch counts once.
    private static int Copies(List<string> bars)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var copies = 0;
        for (var from = 0; from + Window <= bars.Count; from++)
        {
            var text = string.Join('\n', bars.Skip(from).Take(Window));
            if (!seen.Add(text))
            {
                copies++;
                from += Window - 1;
            }
        }

        return copies;
    }

    private static double Same(SongGrid grid, List<string> bars, SongSection one, SongSection other)
    {
        var (first, second) = (SongGrid.Start(one) / grid.BarSlots, SongGrid.Start(other) / grid.BarSlots);
        var count = Math.Min(Math.Min(one.Bars, other.Bars), bars.Count - second);
        return count <= 0
            ? double.NaN
            : (double)Enumerable.Range(0, count).Count(bar => bars[first + bar] == bars[second + bar]) / count;
    }
}

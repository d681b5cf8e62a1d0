using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>10: something changes every four to eight bars, the second verse differs, no eight bars come back note for note.</summary>
internal static class Changes
{
    private const int Window = 8;

    public static IEnumerable<CraftFinding> Of(SongGrid grid)
    {
        var bars = grid.Slots / grid.BarSlots;
        var patterns = Enumerable.Range(0, bars).Select(bar => Pattern(grid, bar)).ToList();
        var longest = LongestRun(patterns);
        yield return new CraftFinding(
            10,
            "bars until something changes, most",
            "at most 8",
            bars > 0,
            longest,
            longest <= 8
        );
        var full = Enumerable.Range(0, bars).Select(bar => Bar(grid, bar)).ToList();
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
    private static string Pattern(SongGrid grid, int bar) =>
        string.Join(
            ';',
            grid.Song.Parts.Select(part =>
                string.Join(
                    ',',
                    Notes(grid, part, bar)
                        .Select(n => part.Role == PartRole.Drums ? n.Slot * 128 + n.Note.Key : n.Slot)
                        .Distinct()
                        .Order()
                )
            )
        );

    private static string Bar(SongGrid grid, int bar)
    {
        var parts = grid.Song.Parts.Select(part =>
            string.Join(',', Notes(grid, part, bar).Select(n => (n.Slot, n.Note.Key)).Order())
        );
        var voice = grid
            .Leads.SelectMany(phrase => phrase.Notes)
            .Select(note => (Slot: grid.Slot(note.Tick), note.Key))
            .Where(note => note.Slot / grid.BarSlots == bar)
            .Select(note => (note.Slot % grid.BarSlots, note.Key));
        return string.Join(';', parts) + "|" + string.Join(',', voice);
    }

    private static IEnumerable<(int Slot, Note Note)> Notes(SongGrid grid, Part part, int bar)
    {
        var from = bar * grid.Song.Meter.TicksPerBar;
        return part
            .Notes.Where(n =>
                n.Tick >= from - Ticks.PerQuarter && n.Tick < from + grid.Song.Meter.TicksPerBar + Ticks.PerQuarter
            )
            .Select(note => (Slot: grid.Slot(note.Tick), Note: note))
            .Where(pair => pair.Slot / grid.BarSlots == bar && pair.Slot >= 0)
            .Select(pair => (pair.Slot % grid.BarSlots, pair.Note));
    }

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

using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>12: phrase ends ahead of the beat, breaths, velocity arcs, strums.</summary>
internal static class Phrasing
{
    private const int FewestArcs = 4;

    public static IEnumerable<CraftFinding> Of(SongGrid grid)
    {
        var early = Anticipated(grid);
        var pop = StyleGroups.IsPop(grid.Song.Style) && double.IsFinite(early);
        yield return new CraftFinding(
            12,
            "phrase-end notes ahead of the beat",
            "at least .25",
            pop,
            early,
            early >= 0.25
        );
        var breath = LongestBreath(grid);
        yield return new CraftFinding(
            12,
            "bars without a breath, most",
            "at most 4",
            !grid.Leads.IsEmpty,
            breath,
            breath <= 4
        );
        var arc = Arc(grid);
        yield return new CraftFinding(
            12,
            "velocity arc of leads, middle over ends",
            "at least 2",
            double.IsFinite(arc),
            arc,
            arc >= 2
        );
        var strum = Strum(grid);
        yield return new CraftFinding(
            12,
            "strum, ms between strings",
            "8-25",
            double.IsFinite(strum),
            strum,
            strum is >= 8 and <= 25
        );
    }

    // Off the beat, at most an eighth before the next one, and held into it.
    private static double Anticipated(SongGrid grid)
    {
        var ends = grid
            .Leads.Where(phrase => !phrase.Rap)
            .Select(phrase => phrase.Notes.First(n => n.Syllable == phrase.Notes[^1].Syllable))
            .ToList();
        return ends.Count == 0 ? double.NaN : (double)ends.Count(note => IsEarly(grid, note)) / ends.Count;
    }

    private static bool IsEarly(SongGrid grid, VocalNote note)
    {
        var slot = grid.Slot(note.Tick);
        var left = grid.PulseSlots - (slot % grid.BarSlots % grid.PulseSlots);
        return left < grid.PulseSlots && left <= 2 && grid.Slot(note.Tick + note.Length) > slot + left;
    }

    // Bars of singing between rests of at least an eighth.
    private static double LongestBreath(SongGrid grid)
    {
        var notes = grid.Leads.SelectMany(phrase => phrase.Notes).OrderBy(note => note.Tick).ToList();
        var longest = 0;
        for (int i = 0, from = 0; i < notes.Count; i++)
        {
            var end = notes[i].Tick + notes[i].Length;
            if (i + 1 == notes.Count || notes[i + 1].Tick - end >= 1.5 * Ticks.PerSixteenth)
            {
                longest = Math.Max(longest, end - notes[from].Tick);
                from = i + 1;
            }
        }

        return (double)longest / grid.Song.Meter.TicksPerBar;
    }

    // Runs of a lead that rests of a quarter split: the middle third's velocity over that of the first and the last note.
    private static double Arc(SongGrid grid)
    {
        var arcs = new List<double>();
        foreach (var part in grid.Song.Parts.Where(part => part.Role == PartRole.Lead))
        {
            foreach (var run in Runs(part).Where(run => run.Count >= 5))
            {
                var third = run.Count / 3;
                var middle = run.Skip(third).Take(run.Count - 2 * third).Average(note => note.Velocity);
                arcs.Add(middle - (run[0].Velocity + run[^1].Velocity) / 2.0);
            }
        }

        return arcs.Count < FewestArcs ? double.NaN : arcs.Average();
    }

    private static IEnumerable<List<Note>> Runs(Part part)
    {
        var run = new List<Note>();
        foreach (var note in part.Notes)
        {
            if (run.Count > 0 && note.Tick - run[^1].Tick - run[^1].Length > Ticks.PerQuarter)
            {
                yield return run;
                run = [];
            }

            run.Add(note);
        }

        yield return run;
    }

    // Guitars, harps and other plucked chords only: the median gap between neighbours that start one after another.
    private static double Strum(SongGrid grid)
    {
        var map = new TimeMap(grid.Song.Tempos);
        var gaps = new List<double>();
        foreach (var part in grid.Song.Parts.Where(p => p.Role == PartRole.Chords && p.Program is >= 24 and <= 28))
        {
            for (var i = 1; i < part.Notes.Length; i++)
            {
                var gap = 1000 * (map.SecondsAt(part.Notes[i].Tick) - map.SecondsAt(part.Notes[i - 1].Tick));
                if (gap < 60 && part.Notes[i].Tick > part.Notes[i - 1].Tick)
                {
                    gaps.Add(gap);
                }
            }
        }

        gaps.Sort();
        return gaps.Count == 0 ? double.NaN : gaps[gaps.Count / 2];
    }
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Looks for faults of writing: the same kinds in the same order for every song.</summary>
public static class Defects
{
    /// <summary>All kinds with their counts.</summary>
    public static ImmutableArray<Defect> Of(Song song)
    {
        var grid = new SongGrid(song);
        return
        [
            Collect("note outside the instrument's range", Ranges(song)),
            Collect("sung note outside the voice's range", VoiceRange(grid)),
            Collect("sung leap over an octave", Leaps(grid)),
            Collect("two sung notes at once", Collisions(grid)),
            Collect("empty bar", EmptyBars(grid)),
            Collect("bar where only drums play", BareBars(grid)),
            OuterVoices.Parallels(grid),
            Collect("unresolved ending", Endings(song)),
            Collect("long sung note a semitone off its chord", SourNotes.Of(grid)),
            Collect("note left sounding after the end", Hanging(song)),
        ];
    }

    private static Defect Collect(string kind, IEnumerable<string> places)
    {
        var list = places.ToList();
        return new Defect(kind, list.Count, list.FirstOrDefault() ?? "");
    }

    private static IEnumerable<string> Ranges(Song song) =>
        from part in song.Parts
        where part.Role is not (PartRole.Drums or PartRole.Effects)
        let range = InstrumentRanges.Of(part.Program)
        from note in part.Notes
        where note.Key < range.Low || note.Key > range.High
        select $"{part.Id} (program {part.Program}) key {note.Key} at {Bar(song, note.Tick)}";

    // A female pop voice from F3 to G5, a male one from E2 to B4; spoken notes do not count.
    private static IEnumerable<string> VoiceRange(SongGrid grid)
    {
        var (low, high) = grid.Song.Voice?.Gender == Gender.Male ? (40, 71) : (53, 79);
        return from phrase in grid.Leads
            where !phrase.Rap
            from note in phrase.Notes
            where note.Key < low || note.Key > high
            select $"key {note.Key} at {Bar(grid.Song, note.Tick)}";
    }

    private static IEnumerable<string> Leaps(SongGrid grid) =>
        from phrase in grid.Leads
        where !phrase.Rap
        from i in Enumerable.Range(1, Math.Max(0, phrase.Notes.Length - 1))
        where Math.Abs(phrase.Notes[i].Key - phrase.Notes[i - 1].Key) > 12
        select $"{phrase.Notes[i - 1].Key} to {phrase.Notes[i].Key} at {Bar(grid.Song, phrase.Notes[i].Tick)}";

    private static IEnumerable<string> Collisions(SongGrid grid)
    {
        var notes = grid.Leads.SelectMany(phrase => phrase.Notes).OrderBy(note => note.Tick).ToList();
        return notes
            .Skip(1)
            .Where((note, i) => notes[i].Tick + notes[i].Length > note.Tick + Ticks.PerSixteenth / 2)
            .Select(note => Bar(grid.Song, note.Tick));
    }

    private static IEnumerable<string> EmptyBars(SongGrid grid) =>
        Sounding(grid, _ => true)
            .Select((sounds, bar) => (sounds, bar))
            .Where(b => !b.sounds)
            .Select(b => $"bar {b.bar + 1}");

    private static IEnumerable<string> BareBars(SongGrid grid) =>
        Sounding(grid, part => part.Role != PartRole.Drums)
            .Select((sounds, bar) => (sounds, bar))
            .Where(b => !b.sounds)
            .Select(b => $"bar {b.bar + 1}");

    private static bool[] Sounding(SongGrid grid, Func<Part, bool> kept)
    {
        var ticks = grid.Song.Meter.TicksPerBar;
        var bars = new bool[grid.Slots / grid.BarSlots];
        var spans = grid
            .Song.Parts.Where(kept)
            .SelectMany(part => part.Notes.Select(note => (note.Tick, note.Length)))
            .Concat(grid.Leads.SelectMany(phrase => phrase.Notes.Select(note => (note.Tick, note.Length))));
        foreach (var (tick, length) in spans)
        {
            var last = Math.Min(bars.Length - 1, (tick + length - Ticks.PerSixteenth) / ticks);
            for (var bar = Math.Max(0, (tick + Ticks.PerSixteenth / 2) / ticks); bar <= last; bar++)
            {
                bars[bar] = true;
            }
        }

        return bars;
    }

    // The last chord rests on the tonic, or on its relative.
    private static IEnumerable<string> Endings(Song song)
    {
        if (song.Chords.IsEmpty || song.Sections.IsEmpty)
        {
            yield break;
        }

        var last = song.Chords[^1].Chord;
        var tonic = (song.Key.Tonic + song.Sections[^1].Transpose + 12) % 12;
        var relative = song.Key.IsMinor ? (tonic + 3) % 12 : (tonic + 9) % 12;
        if (last.Root != tonic && last.Root != relative)
        {
            yield return $"{last} in {song.Key}";
        }
    }

    private static IEnumerable<string> Hanging(Song song)
    {
        var map = new TimeMap(song.Tempos);
        return from part in song.Parts
            from note in part.Notes
            where map.SecondsAt(note.Tick + note.Length) > song.Seconds + 0.05
            select $"{part.Id} at {Bar(song, note.Tick)}";
    }

    /// <summary>"bar n" of a tick.</summary>
    internal static string Bar(Song song, int tick) => $"bar {tick / song.Meter.TicksPerBar + 1}";
}

using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Arranging;

/// <summary>How sections meet.</summary>
public class TransitionTests
{
    private const int Snare = 38;
    private const int Clap = 39;
    private const int Crash = 49;

    [Fact]
    public void Every_boundary_is_heard() =>
        Corpus.AssertNone(
            from song in Corpus.Sung.Where(song => song.Brief.Seconds is null or >= 60)
            from i in Enumerable.Range(0, song.Sections.Length - 1)
            let section = song.Sections[i]
            where section.Bars >= 2 && !IsHeard(song, section, song.Sections[i + 1])
            select $"{Corpus.Name(song)}: nothing between {section.Kind} and {song.Sections[i + 1].Kind}"
        );

    // Other players, a crash, a fill, a silence, a held chord, a pick-up or a swell.
    private static bool IsHeard(Song song, SongSection before, SongSection after)
    {
        var bar = song.Meter.TicksPerBar;
        var at = after.Tick;
        if (song.Playing(at - bar, at) != song.Playing(at, at + bar))
        {
            return true;
        }

        if (song.Drums() is { } drums)
        {
            var last = drums.Strokes(at - bar, bar);
            if (
                drums.In(at, at + 60).Any(note => note.Key == Crash) || !last.SetEquals(drums.Strokes(before.Tick, bar))
            )
            {
                return true;
            }
        }

        if (song.Parts.Any(part => part.In(at - bar / 4, at).Count() > part.In(at - bar - bar / 4, at - bar).Count()))
        {
            return true;
        }

        var chords = song.Parts.Where(part => part.Role is PartRole.Chords or PartRole.Arpeggio).ToList();
        return chords.Exists(part => part.In(at - bar, at).Count() * 2 <= part.In(at - 2 * bar, at - bar).Count())
            || song.Parts.Any(part => part.Role == PartRole.Effects && part.Notes.Any(n => n.Tick + n.Length == at));
    }

    [Fact]
    public void A_build_thickens_and_swells_and_leaves_the_kick_out_of_its_last_beat()
    {
        var songs = Workshop.Sing(
            Workshop.With(style =>
            {
                style.Set("form", "build", 1);
                style.Set("drums", "fromEnergy", 0);
            }),
            1
        );
        var builds = songs.SelectMany(song => IntoChorus(song).Select(at => (song, at))).ToList();
        Assert.True(builds.Count > 20, $"{builds.Count} builds");
        Corpus.AssertNone(
            from build in builds
            let bar = build.song.Meter.TicksPerBar
            let drums = build.song.Drums()!
            let roll = drums.In(build.at - bar, build.at).Where(note => note.Key is Snare or Clap).ToList()
            let early = roll.Where(note => note.Tick < build.at - bar / 2 - 60).ToList()
            let late = roll.Where(note => note.Tick >= build.at - bar / 2 - 60).ToList()
            let pulse = build.song.Meter.TicksPerPulse
            let kicks = drums.In(build.at - pulse, build.at).Count(note => note.Key is 35 or 36)
            where
                late.Count < 1.9 * early.Count
                || late.Average(n => n.Velocity) <= early.Average(n => n.Velocity)
                || kicks > 0
            select $"{Corpus.Name(build.song)} at {build.at}: {early.Count} then {late.Count} strokes, {kicks} kicks"
        );
    }

    // Sections of four bars or more with drums that lead into a chorus.
    private static IEnumerable<int> IntoChorus(Song song) =>
        from i in Enumerable.Range(1, song.Sections.Length - 1)
        let before = song.Sections[i - 1]
        where song.Sections[i].Kind == "chorus" && before.Kind != "chorus" && before.Bars >= 4 && before.Energy > 0.31
        where song.Drums()?.In(before.Tick, before.Tick + song.Meter.TicksPerBar).Any() == true
        select song.Sections[i].Tick;

    [Fact]
    public void A_swell_ends_where_a_fuller_section_starts()
    {
        var songs = Workshop.Sing(Workshop.With(style => style.Set("form", "riser", 1)), 1);
        var swells = songs
            .SelectMany(song =>
                song.Parts.Where(p => p.Id is "risers" or "effects").SelectMany(p => p.Notes.Select(n => (song, n)))
            )
            .ToList();
        Assert.True(swells.Count > 40, $"{swells.Count} swells");
        Corpus.AssertNone(
            from swell in swells
            let end = swell.n.Tick + swell.n.Length
            let i = swell.song.Sections.ToList().FindIndex(section => section.Tick == end)
            where i < 1 || swell.song.Sections[i].Energy <= swell.song.Sections[i - 1].Energy
            select $"{Corpus.Name(swell.song)}: a swell ends at {end}"
        );
    }

    [Fact]
    public void Where_the_band_stops_the_voice_sings_on_alone()
    {
        var songs = Workshop.Sing(
            Workshop.With(style =>
            {
                style.Set("form", "stop", 1);
                style.Set("form", "drop", 0);
                style.Set("form", "build", 0);
            }),
            2
        );
        var stops = (
            from song in songs
            from i in Enumerable.Range(0, song.Sections.Length - 1)
            let end = song.Sections[i].End()
            let start = end - song.Meter.TicksPerBar + song.Meter.TicksPerPulse
            where song.Sections[i].Bars >= 2
            where !song.Parts.Any(part => part.Role != PartRole.Effects && part.Sounds(start + 80, end - 80))
            select (song, start, end)
        ).ToList();
        Assert.True(stops.Count > 20, $"{stops.Count} stops");
        Corpus.AssertNone(
            from stop in stops
            where !stop.song.Sung().Exists(note => note.Tick < stop.end && note.Tick + note.Length > stop.start)
            select $"{Corpus.Name(stop.song)} at {stop.start}: nobody sings"
        );
    }

    [Fact]
    public void Styles_that_drop_have_a_drop_before_a_chorus_in_every_song()
    {
        var songs = Workshop.Sing(
            Workshop.With(style =>
            {
                style.Set("form", "drop", 0.35);
                style.Set("form", "build", 0);
                style.Set("form", "stop", 0);
            }),
            2
        );
        Corpus.AssertNone(
            from song in songs
            let places = DropPlaces(song).ToList()
            where places.Count > 0 && !places.Exists(at => IsSilent(song, at))
            select Corpus.Name(song)
        );
    }

    private static IEnumerable<int> DropPlaces(Song song) =>
        from i in Enumerable.Range(1, song.Sections.Length - 1)
        let before = song.Sections[i - 1]
        where song.Sections[i].Kind == "chorus" && before.Kind != "chorus" && before.Bars >= 4 && before.Energy > 0.3
        select song.Sections[i].Tick;

    // A pick-up of the next section may begin within the last quarter of the beat.
    private static bool IsSilent(Song song, int at) =>
        !song.Parts.Any(part =>
            part.Role != PartRole.Effects && part.Sounds(at - song.Meter.TicksPerPulse + 80, at - 80)
        );
}

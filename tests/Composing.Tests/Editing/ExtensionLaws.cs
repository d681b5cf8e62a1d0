using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds for every song that goes on.</summary>
public class ExtensionLaws
{
    private static readonly double[] Moments = [20.3, 47, 1e6];

    private static List<(Song Source, Song Whole)> Pairs(IEnumerable<Song> sources, string lyrics, long seed = 5) =>
        [
            .. sources
                .SelectMany(source => Moments.Select(at => (source, at)))
                .AsParallel()
                .AsOrdered()
                .Select(pair =>
                    (pair.source, Sources.Editor.Extend(pair.source, pair.at, Sources.Brief(lyrics, seed)))
                ),
        ];

    private static readonly Lazy<List<(Song Source, Song Whole)>> SharedSung = new(() =>
        [.. Pairs(Sources.Sung, Sources.More)]
    );

    private static readonly Lazy<List<(Song Source, Song Whole)>> SharedAll = new(() =>
        [.. SharedSung.Value, .. Pairs(Sources.All, "")]
    );

    [Fact]
    public void What_is_played_before_the_new_part_is_the_sources() =>
        Corpus.AssertNone(
            from pair in SharedAll.Value
            let early = Sources.Early(pair.Source, pair.Whole.From)
            from part in pair.Source.Parts
            let before = Before(part, early, pair.Whole.From).ToList()
            let own = pair.Whole.Parts.FirstOrDefault(p => p.Id == part.Id)
            where before.Count > 0 && (own is null || !before.SequenceEqual(Before(own, early, pair.Whole.From)))
            select $"{Sources.Name(pair.Source)} from {pair.Whole.From}: {part.Id}"
        );

    [Fact]
    public void Form_chords_and_tempos_before_the_new_part_are_the_sources() =>
        Corpus.AssertNone(
            from pair in SharedAll.Value
            let seam = pair.Whole.From
            let form = Forms(pair.Source, seam).SequenceEqual(Forms(pair.Whole, seam))
            let chords = Chords(pair.Source, seam).SequenceEqual(Chords(pair.Whole, seam))
            let tempos = pair
                .Source.Tempos.Where(t => t.Tick < seam)
                .SequenceEqual(pair.Whole.Tempos.Where(t => t.Tick < seam))
            where !form || !chords || !tempos
            select $"{Sources.Name(pair.Source)} from {seam}: form {form}, chords {chords}, tempos {tempos}"
        );

    [Fact]
    public void Words_sung_before_the_new_part_are_the_sources() =>
        Corpus.AssertNone(
            from pair in SharedSung.Value
            let seam = pair.Whole.From
            from phrase in pair.Source.Vocals
            let same = pair.Whole.Vocals.FirstOrDefault(p => p.Layer == phrase.Layer && p.Notes[0] == phrase.Notes[0])
            let whole = phrase.Notes[^1].Tick + phrase.Notes[^1].Length <= seam
            where whole && (same is null || !same.Notes.SequenceEqual(phrase.Notes) || same.Text != phrase.Text)
            select $"{Sources.Name(pair.Source)} from {seam}: '{phrase.Text}'"
        );

    [Fact]
    public void Kept_phrases_end_and_new_ones_start_at_the_seam() =>
        Corpus.AssertNone(
            from pair in SharedSung.Value
            let seam = pair.Whole.From
            from phrase in pair.Whole.Vocals
            where phrase.Notes[0].Tick < seam && phrase.Notes[^1].Tick + phrase.Notes[^1].Length > seam
            select $"{Sources.Name(pair.Source)} from {seam}: '{phrase.Text}'"
        );

    [Fact]
    public void The_new_part_starts_on_a_bar_line_nearest_to_the_moment_and_goes_on_in_tempo() =>
        Corpus.AssertNone(
            from source in Sources.All
            from at in Moments[..2]
            let whole = Sources.Editor.Extend(source, at, Sources.Brief("", 1))
            let map = new TimeMap(whole.Tempos)
            let bar = source.Meter.TicksPerBar
            let ending = source.Tempos.Length > 1 ? source.Tempos[1].Tick : int.MaxValue
            let near = Math.Abs(map.SecondsAt(whole.From) - at)
            let reach = Math.Abs(map.SecondsAt(whole.From) - at) > map.SecondsAt(bar) / 2
            && IsHole(source, Nearest(map, bar, at))
                ? 1.5
                : 0.5
            let steady = whole.Tempos.Last(t => t.Tick <= whole.From)
                == whole.Tempos.Last(t => t.Tick <= whole.From + (4 * bar))
            where
                whole.From % bar != 0
                || (near > (map.SecondsAt(bar) * reach) + 1e-6 && whole.From + bar < Math.Min(ending, Ending(source)))
                || !steady
            select $"{Sources.Name(source)} at {at}: {whole.From}, {near:F2} s away, steady {steady}"
        );

    [Fact]
    public void Where_the_band_stops_before_the_bar_line_the_one_beside_it_is_taken()
    {
        var source = Sources.Played.First(song => song.Meter.TicksPerBar == 4 * Ticks.PerQuarter);
        var bar = source.Meter.TicksPerBar;
        var seam = 8 * bar;
        var stopped = source with
        {
            Parts =
            [
                .. source.Parts.Select(part =>
                    part with
                    {
                        Notes =
                        [
                            .. part.Notes.Where(note =>
                                note.Tick >= seam - 60 || note.Tick + note.Length <= seam - Ticks.PerQuarter
                            ),
                        ],
                    }
                ),
            ],
        };
        var at = new TimeMap(source.Tempos).SecondsAt(seam);
        Assert.Equal(seam, Sources.Editor.Extend(source, at, Sources.Brief("", 1)).From);
        Assert.Equal(seam - bar, Sources.Editor.Extend(stopped, at, Sources.Brief("", 1)).From);
    }

    private static int Nearest(TimeMap map, int bar, double at) => (int)Math.Round(map.TickAt(at) / bar) * bar;

    private static bool IsHole(Song song, int tick) =>
        !song.Parts.Any(part =>
            part.Notes.Any(note => note.Tick < tick - 120 && note.Tick + note.Length > tick - song.Meter.TicksPerPulse)
        );

    [Fact]
    public void A_source_that_slows_down_at_its_end_goes_on_before_it_slows()
    {
        var slowing = Sources.All.Where(song => song.Tempos.Length > 1).ToList();
        Assert.NotEmpty(slowing);
        Assert.All(
            slowing,
            song => Assert.True(Sources.Editor.Extend(song, 1e6, Sources.Brief("", 1)).From <= song.Tempos[1].Tick)
        );
    }

    [Fact]
    public void A_returning_section_has_the_sources_chords() =>
        Corpus.AssertNone(
            from pair in SharedSung.Value
            let old = pair.Source.Sections.Where(s => s.Kind == "chorus").MaxBy(s => s.Length)
            from section in pair.Whole.Sections
            where section.Kind == "chorus" && section.Tick >= pair.Whole.From
            let bars = Math.Min(old.Bars, section.Bars) - 1
            let was = Roots(pair.Source, old, bars)
            let now = Roots(pair.Whole, section, bars)
            where !was.SequenceEqual(now)
            select $"{Sources.Name(pair.Source)}: {string.Join(' ', was)} became {string.Join(' ', now)}"
        );

    [Fact]
    public void The_new_words_are_sung_once_in_order_and_shown()
    {
        Corpus.AssertNone(
            from pair in SharedSung.Value
            let sung = Sources.Leads(pair.Whole).ToList()
            let words = Letters(string.Join(' ', sung.Select(p => p.Text)))
            let added = Letters(
                string.Join(' ', sung.Where(p => p.Notes[0].Tick >= pair.Whole.From).Select(p => p.Text))
            )
            where
                words != Letters(Untagged(pair.Whole.Lyrics))
                || added != Letters(Untagged(pair.Whole.PartLyrics!))
                || added != Letters(Untagged(Sources.More))
                || !sung.Select(p => p.Line).SequenceEqual(Enumerable.Range(0, sung.Count))
            select $"{Sources.Name(pair.Source)} from {pair.Whole.From}:\n{pair.Whole.Lyrics}"
        );
    }

    [Theory]
    [InlineData(Sources.Chorus, 0.9)]
    [InlineData(Sources.More, 0.5)]
    public void The_chorus_takes_up_the_sources_tune(string lyrics, double least)
    {
        var shares = Pairs(Sources.Sung.Where(song => !song.Vocals.Any(phrase => phrase.Rap)), lyrics)
            .ConvertAll(pair => Alike(FirstChorus(pair.Source, 0), FirstChorus(pair.Whole, pair.Whole.From)));
        Assert.True(shares.Average() > least, $"{shares.Average():F2} of the chorus's notes are the source's");
    }

    [Fact]
    public void Seeds_make_continuations_that_differ_and_a_seed_makes_one()
    {
        foreach (var song in Sources.All)
        {
            var one = Sources.Json(Sources.Editor.Extend(song, 30, Sources.Brief(Sources.More, 1)));
            Assert.Equal(one, Sources.Json(Sources.Editor.Extend(song, 30, Sources.Brief(Sources.More, 1))));
            Assert.NotEqual(one, Sources.Json(Sources.Editor.Extend(song, 30, Sources.Brief(Sources.More, 2))));
        }
    }

    [Fact]
    public void A_length_asked_for_is_kept() =>
        Corpus.AssertNone(
            from song in Sources.All
            from seconds in (double[])[25, 60]
            from lyrics in (string[])["", "[chorus]\nSo carry me under the open sky\nCarry me where the seagulls fly"]
            let whole = Sources.Editor.Extend(song, 40, Sources.Brief(lyrics, 3) with { Seconds = seconds })
            let made = whole.Seconds - new TimeMap(whole.Tempos).SecondsAt(whole.From)
            where Math.Abs(made - seconds) > 1.6
            select $"{Sources.Name(song)}: asked {seconds}, made {made:F2}"
        );

    [Fact]
    public void An_extension_can_be_extended_and_joined()
    {
        foreach (var (_, whole) in SharedSung.Value.Where((_, i) => i % 3 == 1))
        {
            var again = Sources.Editor.Extend(whole, 18, Sources.Brief(Sources.More, 9));
            var early = Sources.Early(whole, again.From);
            Assert.True(again.From > whole.From);
            Assert.Equal(whole.TakeSeed, again.TakeSeed);
            Assert.All(
                whole.Parts.Where(part => part.Notes[0].Tick < early),
                part =>
                    Assert.Equal(
                        Before(part, early, again.From),
                        Before(again.Parts.First(p => p.Id == part.Id), early, again.From)
                    )
            );
            var joined = SongEditor.Join(again);
            Assert.Equal(Sources.Json(again with { From = 0, PartLyrics = null }), Sources.Json(joined));
        }
    }

    [Fact]
    public void What_was_not_extended_cannot_be_joined() =>
        Assert.Throws<BriefRefusedException>(() => SongEditor.Join(Sources.Sung[0]));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_moment_outside_the_clip_is_refused(double at) =>
        Assert.Throws<BriefRefusedException>(() => Sources.Editor.Extend(Sources.Sung[0], at, Sources.Brief("", 1)));

    [Fact]
    public void Words_that_need_more_than_the_length_are_refused() =>
        Assert.Throws<LyricsDoNotFitException>(() =>
            Sources.Editor.Extend(Sources.Sung[0], 30, Sources.Brief(Sources.More, 1) with { Seconds = 6 })
        );

    [Fact]
    public void A_whole_keeps_the_laws_of_songs() =>
        Corpus.AssertNone(
            from pair in SharedAll.Value
            let song = pair.Whole
            let end = song.Sections[^1].Tick + song.Sections[^1].Length
            let gaps = song.Sections.Zip(song.Sections.Skip(1)).Any(p => p.First.Tick + p.First.Length != p.Second.Tick)
            let chords = song.Chords.Zip(song.Chords.Skip(1)).Any(p => p.First.Tick + p.First.Length != p.Second.Tick)
            let unordered = song.Parts.Any(p => p.Notes.Zip(p.Notes.Skip(1)).Any(n => n.Second.Tick < n.First.Tick))
            let late = song.Parts.Any(p => p.Notes.Any(n => n.Length < 1 || n.Tick > end + song.Meter.TicksPerBar))
            let ids = song.Parts.Select(p => p.Id).Distinct().Count() != song.Parts.Length
            where gaps || chords || unordered || late || ids || song.Chords[^1].Tick != end
            select $"{Sources.Name(song)}: gaps {gaps}, chords {chords}, order {unordered}, late {late}, ids {ids}"
        );

    private static IEnumerable<(int, int, int, int)> Before(Part part, int early, int seam) =>
        part
            .Notes.Where(note => note.Tick < early)
            .Select(note => (note.Tick, Math.Min(note.Length, seam - note.Tick), note.Key, note.Velocity));

    private static IEnumerable<(string, int, double, int)> Forms(Song song, int until) =>
        song.Sections.Where(s => s.Tick < until).Select(s => (s.Kind, s.Tick, s.Energy, s.Transpose));

    private static IEnumerable<(int, int, Chord)> Chords(Song song, int until) =>
        song.Chords.Where(c => c.Tick < until).Select(c => (c.Tick, Math.Min(c.Length, until - c.Tick), c.Chord));

    private static IEnumerable<(int, Chord)> Roots(Song song, SongSection section, int bars) =>
        song
            .Chords.Where(c => c.Tick >= section.Tick && c.Tick < section.Tick + (bars * song.Meter.TicksPerBar))
            .Select(c => (c.Tick - section.Tick, c.Chord.Transpose(-section.Transpose)));

    private static int Ending(Song song) => song.Sections[^1].Tick + song.Sections[^1].Length;

    private static List<(int Tick, int Key)> FirstChorus(Song song, int seam)
    {
        var section = song.Sections.First(s => s.Kind == "chorus" && s.Tick >= seam);
        return
        [
            .. Sources
                .Leads(song)
                .SelectMany(phrase => phrase.Notes)
                .Where(note => note.Tick >= section.Tick && note.Tick < section.Tick + section.Length)
                .Select(note => (note.Tick - section.Tick, note.Key - section.Transpose)),
        ];
    }

    private static double Alike(List<(int Tick, int Key)> one, List<(int Tick, int Key)> other) =>
        (double)one.Count(other.Contains) / Math.Max(one.Count, other.Count);

    private static string Untagged(string lyrics) =>
        string.Join(' ', lyrics.Split('\n').Where(row => !row.StartsWith('[')));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

using System.Collections.Immutable;
using Troubadour.Composing.Tests.Knobs;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds for every cover.</summary>
public class CoverLaws
{
    private const int Sixteenth = Ticks.PerSixteenth;
    private static readonly string[] Styles = ["disco", "bossa-nova", "orchestral-epic", "lofi", "punk", "folk-waltz"];

    private static readonly Lazy<List<(Song Source, Song Cover, string Style)>> Shared = new(() =>
        [
            .. Sources
                .All.SelectMany((song, i) => Enumerable.Range(0, 3).Select(n => (song, style: Styles[(i + n) % 6])))
                .AsParallel()
                .AsOrdered()
                .Select((pair, i) => (pair.song, Cover(pair.song, pair.style, i % 3 * 0.5), pair.style)),
        ]
    );

    [Fact]
    public void The_melody_is_the_sources_note_by_note() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let old = Melody(pair.Source, pair.Source)
            let now = Melody(pair.Cover, pair.Source)
            let shift = now.Count > 0 && old.Count > 0 ? now[0].Key - old[0].Key : 0
            where
                old.Count != now.Count
                || old.Zip(now).Any(n => n.Second.Key - n.First.Key != shift || n.Second.Slot != n.First.Slot)
            select $"{Sources.Name(pair.Source)} as {pair.Style}: {old.Count} and {now.Count} notes, shift {shift}; "
                + string.Join(' ', old.Zip(now).Where(n => n.Second.Slot != n.First.Slot).Take(4))
        );

    [Fact]
    public void Where_neither_swings_the_melody_keeps_its_ticks() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where Swing(pair.Source) <= 0.501 && Swing(pair.Cover) <= 0.501 && pair.Source.Voice is not null
            let old = Sources.Leads(pair.Source).SelectMany(p => p.Notes).Select(n => (n.Tick, n.Length, n.Syllable))
            let now = Sources.Leads(pair.Cover).SelectMany(p => p.Notes).Select(n => (n.Tick, n.Length, n.Syllable))
            where !old.SequenceEqual(now)
            select $"{Sources.Name(pair.Source)} as {pair.Style}"
        );

    [Fact]
    public void The_words_and_the_form_are_the_sources() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let words = Sources.Leads(pair.Source).Select(p => p.Text)
            let form = pair.Source.Sections.Select(s => (s.Kind, s.Tick, s.Length, s.Bars, s.Transpose))
            where
                !words.SequenceEqual(Sources.Leads(pair.Cover).Select(p => p.Text))
                || pair.Source.Lyrics != pair.Cover.Lyrics
                || !form.SequenceEqual(pair.Cover.Sections.Select(s => (s.Kind, s.Tick, s.Length, s.Bars, s.Transpose)))
                || pair.Source.Meter != pair.Cover.Meter
            select $"{Sources.Name(pair.Source)} as {pair.Style}"
        );

    [Fact]
    public void The_band_is_that_of_the_style_asked_for() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where pair.Cover.Style != pair.Style || pair.Source.Parts.SequenceEqual(pair.Cover.Parts)
            select $"{Sources.Name(pair.Source)} as {pair.Style}: {pair.Cover.Style}"
        );

    [Fact]
    public void Nearer_covers_keep_tempo_and_chords_the_nearest_all()
    {
        foreach (var song in Sources.All.Where((_, i) => i % 3 == 0))
        {
            foreach (var style in Styles.Where((_, i) => i % 2 == 0))
            {
                var tempos = new List<double>();
                var chords = new List<int>();
                foreach (var nearness in (double[])[0, 0.25, 0.5, 0.75, 1])
                {
                    var cover = Cover(song, style, nearness);
                    var ratio = cover.Tempos[0].QuartersPerMinute / song.Tempos[0].QuartersPerMinute;
                    Assert.InRange(ratio, 0.75 - 1e-9, 1.33 + 1e-9);
                    tempos.Add(Math.Abs(Math.Log(ratio)));
                    var shift = cover.Key.Tonic - song.Key.Tonic;
                    chords.Add(
                        song.Chords.Zip(cover.Chords).Count(p => p.First.Chord.Transpose(shift) != p.Second.Chord)
                    );
                }

                Assert.Equal(tempos.OrderDescending(), tempos);
                Assert.Equal(0, tempos[^1], 9);
                Assert.Equal(0, chords[^1]);
                Assert.True(chords[0] >= chords[2] && chords[2] >= chords[^1], string.Join(' ', chords));
            }
        }
    }

    [Fact]
    public void Nearness_brings_chords_and_tempo_to_the_sources_at_equal_seeds()
    {
        var pairs = Sources.All.SelectMany(
            (song, i) => Styles.Where((_, s) => (s + i) % 2 == 0).Select(s => (song, s))
        );
        var covers = pairs
            .AsParallel()
            .AsOrdered()
            .Select(pair => ((double[])[0, 0.5, 1]).Select(n => (pair.song, Cover(pair.song, pair.s, n))).ToArray())
            .ToList();
        double[] At(int level, Func<(Song Source, Song Cover), double> feature) =>
            [.. covers.Select(cover => feature(cover[level]))];
        foreach (var feature in (Func<(Song, Song), double>[])[SameChords, Pace])
        {
            var (far, usual, near) = (At(0, feature), At(1, feature), At(2, feature));
            var trial = new Trial(far, near);
            Assert.True(trial.Effect >= 0.8 && trial.Rising >= 0.8, trial.ToString());
            Assert.True(far.Average() < usual.Average() && usual.Average() < near.Average());
            Assert.All(near, value => Assert.Equal(1, value, 9));
        }
    }

    [Fact]
    public void Recoloured_chords_are_as_consonant_with_the_melody() =>
        Corpus.AssertNone(
            from song in Sources.Sung
            from style in Styles[..3]
            let cover = Cover(song, style, 0)
            let old = Consonance(song)
            let shift = song.Key.Tonic - cover.Key.Tonic
            let chords = cover.Chords.Select(c => c with { Chord = c.Chord.Transpose(shift) })
            let now = Consonance(song with { Chords = [.. chords] })
            where now < old - 0.005
            select $"{Sources.Name(song)} as {style}: {old:F3} became {now:F3}"
        );

    [Fact]
    public void Far_covers_of_plain_songs_in_a_style_of_sevenths_are_recoloured() =>
        Assert.True(
            Sources.Sung.Where(song => song.Style == "rock").Sum(song => Changed(song, Cover(song, "bossa-nova", 0)))
                > 4
        );

    [Theory]
    [InlineData(Gender.Female, 55, 76)]
    [InlineData(Gender.Male, 43, 68)]
    public void Another_singer_sings_it_where_the_voice_lies(Gender gender, int low, int high) =>
        Corpus.AssertNone(
            from song in Sources.Sung
            where song.Voice!.Value.Gender != gender
            let brief = new SongBrief { Gender = gender, Seed = 3 }
            let cover = Sources.Editor.Cover(song, brief, 1)
            let keys = Sources.Leads(cover).SelectMany(p => p.Notes).Select(n => n.Key).ToList()
            let span = keys.Max() - keys.Min()
            let moved = keys.Min() < low || keys.Max() > high
            where cover.Voice!.Value.Gender != gender || (moved && span <= high - low)
            select $"{Sources.Name(song)}: {keys.Min()} to {keys.Max()}"
        );

    [Fact]
    public void Without_a_style_it_stays_in_its_own_and_another_seed_plays_it_otherwise()
    {
        foreach (var song in Sources.Sung)
        {
            var one = Sources.Editor.Cover(song, new SongBrief { Seed = 1 }, 0.5);
            Assert.Equal(song.Style, one.Style);
            Assert.Equal(Sources.Json(one), Sources.Json(Sources.Editor.Cover(song, new SongBrief { Seed = 1 }, 0.5)));
            Assert.NotEqual(
                Sources.Json(one),
                Sources.Json(Sources.Editor.Cover(song, new SongBrief { Seed = 2 }, 0.5))
            );
        }
    }

    [Fact]
    public void Free_text_names_the_style() =>
        Assert.All(
            Sources.Sung,
            song =>
                Assert.Equal(
                    "reggae",
                    Sources.Editor.Cover(song, new SongBrief { Description = "relaxed reggae", Seed = 1 }, 0.5).Style
                )
        );

    [Fact]
    public void Other_words_take_the_tune_line_for_line()
    {
        var song = Sources.Sung[^1];
        var lines = Sources.Leads(song).Select(p => p.Text).ToList();
        lines[1] = "Radios were playing all the songs we shouted in";
        var lyrics = "[verse]\n" + string.Join('\n', lines);
        var cover = Sources.Editor.Cover(song, new SongBrief { Lyrics = lyrics, Seed = 1 }, 1);
        Assert.Equal(lines, Sources.Leads(cover).Select(p => p.Text));
        var others = Sources.Leads(song).Zip(Sources.Leads(cover)).Where((_, i) => i != 1);
        Assert.All(others, p => Assert.Equal(p.First.Notes.Select(n => n.Key), p.Second.Notes.Select(n => n.Key)));
    }

    [Fact]
    public void More_lines_than_the_melody_has_are_refused() =>
        Assert.Throws<BriefRefusedException>(() =>
            Sources.Editor.Cover(
                Sources.Sung[0],
                new SongBrief { Lyrics = string.Join('\n', Enumerable.Repeat("[verse]\nOne more line to sing", 60)) },
                1
            )
        );

    [Fact]
    public void A_cover_of_an_extension_is_of_its_clip()
    {
        var whole = Sources.Editor.Extend(Sources.Sung[2], 40, Sources.Brief(Sources.More, 3));
        var cover = Cover(whole, "disco", 0.3);
        Assert.Equal((whole.From, whole.PartLyrics), (cover.From, cover.PartLyrics));
    }

    private static Song Cover(Song song, string style, double nearness) =>
        Sources.Editor.Cover(
            song,
            new SongBrief { Styles = ImmutableSortedDictionary<string, double>.Empty.Add(style, 1), Seed = 11 },
            nearness
        );

    // The share of time under the source's own chords, moved where the melody is.
    private static double SameChords((Song Source, Song Cover) pair)
    {
        var shift = pair.Cover.Key.Tonic - pair.Source.Key.Tonic;
        var spans = pair.Source.Chords.Zip(pair.Cover.Chords).ToList();
        return spans.Where(p => p.First.Chord.Transpose(shift) == p.Second.Chord).Sum(p => p.First.Length)
            / (double)spans.Sum(p => p.First.Length);
    }

    // 1 at the source's tempo, less the farther it is from it.
    private static double Pace((Song Source, Song Cover) pair) =>
        Math.Exp(-Math.Abs(Math.Log(pair.Cover.Tempos[0].QuartersPerMinute / pair.Source.Tempos[0].QuartersPerMinute)));

    private static double Swing(Song song) => Room.Library.Styles[song.Style].Swing;

    // The slot of the written grid: a swung note is nearest to its own straight one in eighths or sixteenths.
    private static List<(int Slot, int Key)> Melody(Song song, Song source)
    {
        var style = Room.Library.Styles[song.Style];
        var pair = style.SwingUnit == 8 ? Ticks.PerQuarter : Ticks.PerQuarter / 2;
        var longer = pair * Math.Max(0.5, style.Swing);
        double Straight(int tick) =>
            tick
            - (tick % pair)
            + (
                tick % pair < longer
                    ? tick % pair / longer * pair / 2
                    : (pair / 2.0) + ((tick % pair) - longer) / (pair - longer) * pair / 2
            );
        var notes = source.Voice is not null
            ? Sources.Leads(song).SelectMany(p => p.Notes).Select(n => (n.Tick, n.Key))
            : song
                .Parts.Where(p => p.Role == PartRole.Lead)
                .MaxBy(p => p.Notes.Length)!
                .Notes.Select(n => (n.Tick, n.Key));
        return [.. notes.Select(n => ((int)Math.Round(Straight(n.Tick) / (Sixteenth / 2)), n.Key))];
    }

    private static double Consonance(Song song)
    {
        var notes = Sources.Leads(song).SelectMany(p => p.Notes).ToList();
        var inside = notes.Where(n =>
            song.Chords.Last(c => c.Tick <= n.Tick + 60 || c.Tick == 0).Chord.Contains(n.Key)
        );
        return inside.Sum(n => n.Length) / (double)notes.Sum(n => n.Length);
    }

    private static int Changed(Song song, Song cover) =>
        song.Chords.Zip(cover.Chords).Count(p => p.First.Chord.Quality != p.Second.Chord.Quality);
}

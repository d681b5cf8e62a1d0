using System.Collections.Immutable;
using CsCheck;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests;

/// <summary>Tempo, key, metre, chords and structure that a caller wrote down are exactly the song's.</summary>
public class ExactControlTests
{
    private static readonly string[] Kinds = ["intro", "verse", "pre-chorus", "chorus", "inst", "bridge", "outro"];
    private static readonly string[] Meters = ["4/4", "3/4", "6/8", "12/8"];
    private static readonly string[] Symbols =
    [
        "C",
        "Am",
        "F#m7",
        "Bbmaj7",
        "Gsus4",
        "C/E",
        "Ddim",
        "E7",
        "Abadd9",
        "Bm7b5",
    ];

    [Fact]
    public void Bars_are_kept_to_the_letter_in_every_genre_and_metre()
    {
        (string, int)[] wish =
        [
            ("intro", 3),
            ("verse", 8),
            ("pre-chorus", 5),
            ("chorus", 8),
            ("inst", 1),
            ("outro", 2),
        ];
        var briefs =
            from genre in Room.Library.VocalGenres.Keys
            from meter in Meters
            from vocal in (bool[])[true, false]
            select Brief(genre, vocal) with
            {
                Segments = Bars(wish),
                Meter = MeterOf(meter),
            };
        Corpus.AssertNone(
            Room.ComposeAll(briefs)
                .Where(song => !song.Sections.Select(s => (s.Kind, s.Bars)).SequenceEqual(wish) || !IsWhole(song))
                .Select(song =>
                    $"{Corpus.Name(song)}: {string.Join(' ', song.Sections.Select(s => $"{s.Kind} {s.Bars}"))}"
                )
        );
    }

    [Fact]
    public void Whatever_is_written_down_is_honoured_or_refused_in_a_sentence()
    {
        var (made, refused) = (0, 0);
        var sections = Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[1, 12], Gen.Int[4, 30], Gen.Int[0, 3]);
        Gen.Select(
                sections.Array[1, 8],
                Gen.Int[40, 240],
                Gen.Int[0, 23],
                Gen.Int[0, Meters.Length - 1],
                Gen.Int[0, Symbols.Length - 1].Array[1, 8],
                Gen.Int[0, 63]
            )
            .Sample(
                (wish, bpm, key, meter, chords, flags) =>
                {
                    var brief = Brief(Room.Library.VocalGenres.Keys.ElementAt(key % 23), (flags & 1) > 0) with
                    {
                        Segments = [.. wish.Select(w => Segment(w, (flags & 2) > 0))],
                        Bpm = (flags & 4) > 0 ? bpm : null,
                        Key = (flags & 8) > 0 ? new Key(key % 12, key < 12 ? Mode.Major : Mode.Minor) : null,
                        Meter = MeterOf(Meters[meter]),
                        Chords = new SongBrief().Chords.Add("", [.. chords.Select(i => Symbols[i])]),
                        Seconds = (flags & 48) == 48 ? 90 : null,
                        Seed = flags,
                    };
                    try
                    {
                        AssertHonoured(brief, Room.Compose(brief));
                        Interlocked.Increment(ref made);
                    }
                    catch (BriefRefusedException e)
                    {
                        Interlocked.Increment(ref refused);
                        Assert.StartsWith("structure", e.Message, StringComparison.Ordinal);
                        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                        Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(Room.Composer.Fill(brief)));
                    }
                },
                iter: 300
            );
        Assert.True(made >= 90 && refused >= 9, $"{made} made, {refused} refused");
    }

    private static void AssertHonoured(SongBrief brief, Song song)
    {
        Assert.Equal(brief.Segments.Select(s => s.Name), song.Sections.Select(s => s.Kind));
        Assert.All(
            brief.Segments.Zip(song.Sections).Where(pair => pair.First.Bars is not null),
            pair => Assert.Equal(pair.First.Bars, pair.Second.Bars)
        );
        Assert.True(IsWhole(song));
        Assert.Equal(brief.Meter, song.Meter);
        Assert.Equal(brief.Key ?? song.Key, song.Key);
        Assert.All(song.Sections, section => Assert.Equal(0, section.Transpose));
        if (brief.Bpm is { } bpm)
        {
            Assert.Equal(
                bpm,
                Assert.Single(song.Tempos).QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse,
                6
            );
        }

        if (brief.Seconds is { } seconds)
        {
            Assert.Equal(seconds, song.Seconds, 6);
        }
        else if (brief.Segments.All(s => s.Seconds is not null))
        {
            Assert.Equal(brief.Segments.Sum(s => s.Seconds!.Value), song.Seconds, 6);
        }

        AssertChords(song, brief.Chords[""]);
    }

    private static void AssertChords(Song song, ImmutableArray<string> wish)
    {
        foreach (var section in song.Sections)
        {
            for (var bar = 0; bar < section.Bars; bar++)
            {
                var start = section.Tick + bar * song.Meter.TicksPerBar;
                var inBar = song.Chords.Where(c => c.Tick >= start && c.Tick < start + song.Meter.TicksPerBar);
                Assert.Equal(wish[bar % wish.Length], string.Join(',', inBar.Select(c => c.Chord.ToString())));
            }
        }
    }

    [Fact]
    public void Each_kind_of_section_has_its_own_chords_and_the_rest_the_common_ones()
    {
        var chords = new SongBrief().Chords.Add("verse", ["Dm", "G,Em", "C"]).Add("", ["F", "Bb"]);
        var song = Room.Compose(
            Brief("Pop", true) with
            {
                Chords = chords,
                Segments = Bars([("intro", 2), ("verse", 8), ("chorus", 4)]),
            }
        );
        var written = song
            .Sections.Select(section =>
                string.Join(
                    ' ',
                    Enumerable
                        .Range(0, section.Bars)
                        .Select(bar => section.Tick + bar * song.Meter.TicksPerBar)
                        .Select(start =>
                            string.Join(
                                ',',
                                song.Chords.Where(c => c.Tick >= start && c.Tick < start + song.Meter.TicksPerBar)
                                    .Select(c => c.Chord.ToString())
                            )
                        )
                )
            )
            .ToList();
        Assert.Equal(["F Bb", "Dm G,Em C Dm G,Em C Dm G,Em", "F Bb F Bb"], written);
    }

    [Theory]
    [InlineData("Am F C G", "A minor")]
    [InlineData("C G Am F", "C major")]
    [InlineData("G D Em C", "G major")]
    [InlineData("Em C G D", "E minor")]
    [InlineData("Dm7 G7 Cmaj7 Cmaj7", "C major")]
    [InlineData("Bb Eb F Bb", "Bb major")]
    [InlineData("F#m D A E", "F# minor")]
    public void Without_a_key_the_chords_give_it(string chords, string key)
    {
        var brief = Brief("Pop", true) with { Chords = new SongBrief().Chords.Add("", [.. chords.Split(' ')]) };
        Assert.Equal(key, Room.Compose(brief).Key.ToString());
    }

    [Fact]
    public void A_key_that_the_chords_do_not_have_stays_and_the_chords_win()
    {
        var brief = Brief("Pop", true) with
        {
            Key = new Key(1, Mode.Minor),
            Chords = new SongBrief().Chords.Add("", ["C", "F"]),
            Segments = Bars([("verse", 8), ("chorus", 4)]),
        };
        var song = Room.Compose(brief);
        Assert.Equal(brief.Key, song.Key);
        AssertChords(song, ["C", "F"]);
    }

    [Fact]
    public void A_bar_with_more_chords_than_beats_is_refused()
    {
        var brief = Brief("Folk", false) with
        {
            Meter = new Meter(3, 4),
            Chords = new SongBrief().Chords.Add("", ["C,D,E,F"]),
        };
        var refusal = Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(brief));
        Assert.Contains("'C,D,E,F' has more chords than 3/4 has beats", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duration_moves_the_tempo_and_not_the_bars()
    {
        foreach (var seconds in (double[])[30, 45, 70])
        {
            var brief = Brief("Pop", false) with { Segments = Bars([("intro", 4), ("chorus", 12)]), Seconds = seconds };
            var song = Room.Compose(brief);
            Assert.Equal([4, 12], song.Sections.Select(s => s.Bars));
            Assert.Equal(seconds, song.Seconds);
        }
    }

    [Fact]
    public void A_duration_that_no_tempo_reaches_is_refused_with_the_seconds_that_are_reached()
    {
        var brief = Brief("Pop", false) with { Segments = Bars([("verse", 16)]), Seconds = 200 };
        var refusal = Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(brief));
        Assert.Matches(
            "structure has 16 bars, which last 1[0-9] to [0-9]+ seconds at 240 to 40 bpm; duration is 200",
            refusal.Message
        );
    }

    [Fact]
    public void A_duration_against_bars_and_tempo_is_refused_with_the_seconds_they_give()
    {
        var brief = Brief("Pop", false) with { Segments = Bars([("verse", 16)]), Seconds = 60, Bpm = 120 };
        var refusal = Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(brief));
        Assert.Contains("structure lasts 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at 120 bpm, but duration is 60", refusal.Message, StringComparison.Ordinal);
        var offered = int.Parse(refusal.Message.Split("ask for ")[1].Split(' ')[0], null);
        Assert.Equal(offered, Room.Compose(brief with { Seconds = offered }).Seconds);
    }

    [Fact]
    public void Words_that_the_bars_cannot_hold_are_refused_with_the_bars_they_need()
    {
        var brief = Brief("Pop", true) with
        {
            Segments = Bars([("verse", 1), ("chorus", 4)]),
            Bpm = 120,
            Lyrics = Words.Driving,
        };
        var refusal = Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(Room.Composer.Fill(brief)));
        Assert.Contains("the words of section 1 (verse) need", refusal.Message, StringComparison.Ordinal);
        var needed = int.Parse(refusal.Message.Split("need ")[1].Split(' ')[0], null);
        var song = Room.Compose(brief with { Segments = Bars([("verse", needed), ("chorus", 16)]) });
        Assert.Equal([needed, 16], song.Sections.Select(s => s.Bars));
    }

    [Fact]
    public void Sung_sections_take_their_words_in_order_and_a_kind_comes_back_when_its_words_are_used_up()
    {
        const string Lyrics = "[verse]\nFirst we walk away\n[chorus]\nSing it to me now\n[verse]\nSecond we come home";
        var song = Room.Compose(
            Brief("Folk", true) with
            {
                Lyrics = Lyrics,
                Segments = Bars([("chorus", 4), ("verse", 4), ("verse", 4), ("chorus", 4), ("verse", 4)]),
            }
        );
        Assert.Equal(
            "[chorus]\nSing it to me now\n[verse]\nFirst we walk away\n[verse]\nSecond we come home\n[chorus]\nSing it to me now\n[verse]\nSecond we come home",
            song.Lyrics.Trim()
        );
    }

    [Fact]
    public void A_structure_without_a_place_for_the_words_is_refused_and_says_what_they_are()
    {
        var brief = Brief("Folk", true) with { Segments = Bars([("intro", 4), ("outro", 4)]) };
        var refusal = Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(Room.Composer.Fill(brief)));
        Assert.Contains("the lyrics have: verse", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_in_seconds_start_at_the_bar_nearest_to_their_time()
    {
        var brief = Brief("Pop", true) with
        {
            Segments = [new SegmentBrief("intro", 10), new SegmentBrief("verse", 25), new SegmentBrief("chorus", 25)],
            Lyrics = "[verse]\nFirst we walk away\n[chorus]\nSing it to me now",
        };
        foreach (var bpm in (double?[])[null, 77, 120])
        {
            var song = Room.Compose(brief with { Bpm = bpm });
            var map = new TimeMap(song.Tempos);
            Assert.Equal(60, song.Seconds);
            var bar = map.SecondsAt(song.Meter.TicksPerBar);
            Assert.All(
                song.Sections.Zip((double[])[0, 10, 35]),
                pair => Assert.InRange(Math.Abs(map.SecondsAt(pair.First.Tick) - pair.Second), 0, bar)
            );
        }
    }

    [Fact]
    public void A_tempo_asked_for_is_kept_at_every_length_and_metre()
    {
        var briefs =
            from seconds in (double[])[1, 2, 3, 4, 5, 7, 9, 10, 12, 17, 30, 60]
            from bpm in (double[])[40, 61.5, 93, 140, 240]
            from meter in Meters
            select Brief("Pop", false) with
            {
                Seconds = seconds,
                Bpm = bpm,
                Meter = MeterOf(meter),
            };
        Corpus.AssertNone(
            from song in Room.ComposeAll(briefs)
            let pulse = song.Tempos[0].QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse
            where
                song.Tempos.Length != 1
                || Math.Abs(pulse - song.Brief.Bpm!.Value) > 1e-6
                || song.Seconds != song.Brief.Seconds
            select $"{song.Brief.Bpm} in {song.Brief.Seconds} s of {song.Meter}: {pulse}, {song.Seconds} s"
        );
    }

    [Fact]
    public void An_order_without_lengths_is_kept_whatever_the_duration()
    {
        string[] wish = ["chorus", "verse", "inst", "verse", "chorus", "outro"];
        var briefs =
            from vocal in (bool[])[true, false]
            from seconds in (double?[])[null, 40, 60, 120, 200]
            from bpm in (double?[])[null, 110]
            from genre in (string[])["Pop", "Jazz", "R&B/Soul", "Trap Rap"]
            select Brief(genre, vocal) with
            {
                Seconds = seconds,
                Bpm = bpm,
                Segments = [.. wish.Select(kind => new SegmentBrief(kind, null))],
            };
        Corpus.AssertNone(
            from song in Room.ComposeAll(briefs)
            where
                !song.Sections.Select(s => s.Kind).SequenceEqual(wish)
                || !IsWhole(song)
                || (song.Brief.Seconds is { } asked && Math.Abs(asked - song.Seconds) > 1e-9)
            select $"{Corpus.Name(song)}: {string.Join(' ', song.Sections.Select(s => s.Kind))}, {song.Seconds} s"
        );
    }

    [Fact]
    public void An_order_that_the_duration_cannot_hold_is_refused_with_the_seconds_it_needs()
    {
        var brief = Brief("Pop", false) with
        {
            Seconds = 10,
            Segments = [.. Kinds.Concat(Kinds).Select(kind => new SegmentBrief(kind, null))],
        };
        var refusal = Assert.Throws<BriefRefusedException>(() => Room.Composer.Check(brief));
        Assert.Matches("the sections need at least [0-9]+ seconds", refusal.Message);
    }

    private static bool IsWhole(Song song) => song.Sections.All(s => s.Length == s.Bars * song.Meter.TicksPerBar);

    private static SegmentBrief Segment((int Kind, int Bars, int Seconds, int Form) w, bool allSeconds) =>
        allSeconds || w.Form == 1 ? new SegmentBrief(Kinds[w.Kind], w.Seconds)
        : w.Form == 0 ? new SegmentBrief(Kinds[w.Kind], null, w.Bars)
        : new SegmentBrief(Kinds[w.Kind], null, w.Bars + 4);

    private static ImmutableArray<SegmentBrief> Bars(IEnumerable<(string Kind, int Bars)> wish) =>
        [.. wish.Select(w => new SegmentBrief(w.Kind, null, w.Bars))];

    private static Meter MeterOf(string text) => Meter.TryParse(text, out var meter) ? meter : Meter.Common;

    private static SongBrief Brief(string genre, bool vocal) =>
        new()
        {
            IsVocal = vocal,
            Genres = [genre],
            Lyrics = vocal ? Words.Short : "",
            Seed = 11,
        };
}

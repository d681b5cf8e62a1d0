using System.Collections.Concurrent;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>A clip is the part of a song that it is asked to be (<see cref="SongBrief.Part"/>).</summary>
public class PartTests
{
    private const double Clear = 0.8;
    private static readonly string[] Tags = ["rock", "piano ballad", "house", "funk", "country", "indie pop"];
    private static readonly double[] Lengths = [32, 60, 130, 200];
    private static readonly ConcurrentDictionary<(SongPart Part, bool Sung), IReadOnlyList<Song>> Shared = [];

    [Theory]
    [InlineData(0, 0.4)]
    [InlineData(0.03, 0.5)]
    [InlineData(0.2, 0.6)]
    [InlineData(0.4, 0.9)]
    [InlineData(0.5, 1)]
    [InlineData(0.8, 1)]
    [InlineData(0.97, 1)]
    public void Its_length_is_the_one_asked_for_and_nothing_sounds_after_it(double start, double end) =>
        Corpus.AssertNone(
            from song in Songs(new SongPart(start, end), sung: true)
                .Concat(Songs(new SongPart(start, end), sung: false))
            let map = new TimeMap(song.Tempos)
            let last = song
                .Parts.SelectMany(part => part.Notes)
                .Select(note => note.Tick + note.Length)
                .Concat(song.Vocals.SelectMany(phrase => phrase.Notes).Select(note => note.Tick + note.Length))
                .Max()
            where song.Seconds != song.Brief.Seconds || map.SecondsAt(last) > song.Seconds + 0.05
            select $"{Name(song)}: {song.Seconds} s, sounds to {map.SecondsAt(last):F2}"
        );

    [Fact]
    public void The_whole_of_a_song_is_the_song()
    {
        foreach (var seed in Enumerable.Range(0, 6))
        {
            var brief = Brief(Tags[seed], 60, seed, seed % 2 == 0);
            Assert.Equal(Written(brief), Written(brief with { Part = new SongPart(0, 1) }));
            Assert.Equal(Written(brief), Written(brief with { Part = new SongPart(0.05, 0.95) }));
        }
    }

    [Fact]
    public void In_the_middle_of_a_song_it_begins_at_once_and_at_its_start_as_songs_begin()
    {
        var open = Songs(new SongPart(0, 0.4), sung: true).Select(FirstSung).ToList();
        var middle = Songs(new SongPart(0.3, 0.7), sung: true).Select(FirstSung).ToList();
        Assert.All(middle, seconds => Assert.InRange(seconds, 0, 4));
        Assert.All(Songs(new SongPart(0.8, 1), sung: true).Select(FirstSung), s => Assert.InRange(s, 0, 4));
        Assert.True(open.Average() > middle.Average() + 2, $"{open.Average():F1} and {middle.Average():F1} s");
        Assert.All(
            Songs(new SongPart(0.3, 0.7), sung: false).Concat(Songs(new SongPart(0.3, 0.7), sung: true)),
            song => Assert.DoesNotContain(song.Sections, section => section.Kind == "intro")
        );
    }

    [Fact]
    public void The_later_it_begins_the_fuller_the_band_is()
    {
        foreach (var sung in (bool[])[true, false])
        {
            var early = Songs(new SongPart(0.1, 0.6), sung);
            var middle = Songs(new SongPart(0.45, 0.95), sung);
            var late = Songs(new SongPart(0.8, 1), sung);
            double[] Energies(IReadOnlyList<Song> songs) => [.. songs.Select(Opening)];
            double[] Busy(IReadOnlyList<Song> songs) => [.. songs.Select(NotesASecond)];
            Assert.True(new Trial(Energies(early), Energies(middle)).Effect > 0.3);
            Rises(new Trial(Energies(early), Energies(late)));
            Assert.True(new Trial(Busy(early), Busy(late)).Effect > 0.5);
        }
    }

    [Fact]
    public void Before_the_songs_end_it_breaks_off_on_a_beat_without_an_ending() =>
        Corpus.AssertNone(
            from song in Songs(new SongPart(0, 0.5), sung: true).Concat(Songs(new SongPart(0.3, 0.8), sung: false))
            let map = new TimeMap(song.Tempos)
            let end = song.Chords[^1].Tick
            let silence = song.Seconds - map.SecondsAt(end)
            let early = map.TickAt(map.SecondsAt(end) - 0.03)
            let late = song.Parts.Where(part => part.Notes.Any(n => n.Tick >= early || n.Tick + n.Length > end))
            where
                end % song.Meter.TicksPerPulse != 0
                || silence is < 0.3 or > 1.2
                || late.Any()
                || song.Tempos.Length > 1
                || song.Sections.Any(section => section.Kind == "outro" && !IsSung(song, section))
            select $"{Name(song)}: {silence:F2} s after the last beat, {string.Join(' ', late.Select(p => p.Id))}"
        );

    [Fact]
    public void Where_the_song_ends_it_ends() =>
        Corpus.AssertNone(
            from song in Songs(new SongPart(0.5, 1), sung: true).Concat(Songs(new SongPart(0.5, 1), sung: false))
            let early = new TimeMap(song.Tempos)
            let tick = early.TickAt(early.SecondsAt(song.Chords[^1].Tick) - 0.02)
            where !song.Parts.Any(part => part.Notes.Any(note => note.Tick >= tick))
            select Name(song)
        );

    [Fact]
    public void A_tempo_that_is_asked_for_holds_and_leaves_no_silence_at_the_break() =>
        Corpus.AssertNone(
            from seconds in (double[])[3, 32, 47.3, 130]
            from bpm in (double[])[50, 71, 100, 133.5]
            let song = Room.Compose(
                Brief("rock", seconds, 3, seconds > 30) with
                {
                    Bpm = bpm,
                    Part = new SongPart(0, 0.5),
                }
            )
            let end = new TimeMap(song.Tempos).SecondsAt(song.Chords[^1].Tick)
            where song.Tempos[0].QuartersPerMinute != bpm || song.Seconds != seconds || seconds - end > 0.36 + 60 / bpm
            select $"{seconds} s at {bpm}: ends at {end:F2}"
        );

    [Fact]
    public void The_end_of_a_song_is_choruses_and_an_ending()
    {
        var late = Songs(new SongPart(0.8, 1), sung: false);
        Assert.True(late.Average(song => Share(song, "chorus", "inst", "outro")) > 0.75);
        Assert.True(
            late.Average(song => Share(song, "chorus", "inst", "outro"))
                > Songs(new SongPart(0, 0.5), sung: false).Average(song => Share(song, "chorus", "inst", "outro")) + 0.2
        );
    }

    [Fact]
    public void Words_are_sung_in_order_and_of_too_many_the_end_sings_the_last()
    {
        var late = Songs(new SongPart(0.8, 1), sung: true);
        Corpus.AssertNone(
            from song in late.Concat(Songs(new SongPart(0.2, 0.6), sung: true))
            let sung = Letters(string.Concat(Leads(song).Select(phrase => phrase.Text)))
            let shown = Letters(string.Concat(song.Lyrics.Split('\n').Where(row => !row.StartsWith('['))))
            where sung != shown || sung.Length == 0
            select $"{Name(song)}: {song.Lyrics}"
        );
        Assert.All(
            late.Where(song => song.Seconds < 40),
            song => Assert.Contains("Over the river tonight", song.Lyrics.Split('\n')[^1], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Edits_of_a_part_know_that_it_breaks_off()
    {
        var editor = new SongEditor(Room.Library, Room.Pronouncer);
        var song = Room.Compose(Brief("rock", 60, 5, true) with { Part = new SongPart(0.2, 0.6) });
        var cover = editor.Cover(song, new SongBrief { Description = "country", Seed = 2 }, 1);
        Assert.All(
            cover.Parts,
            part => Assert.All(part.Notes, n => Assert.True(n.Tick + n.Length <= song.Chords[^1].Tick))
        );
        var more = new SongBrief
        {
            Lyrics = Words.Short,
            Seconds = 40,
            Seed = 3,
        };
        var ends = editor.Extend(song, 60, more);
        var tick = ends.Chords[^1].Tick;
        Assert.Contains(ends.Parts, part => part.Notes.Any(note => note.Tick + 40 >= tick));
        var goes = editor.Extend(song, 60, more with { Part = new SongPart(0, 0.5) });
        Assert.All(
            goes.Parts,
            part => Assert.All(part.Notes, n => Assert.True(n.Tick + n.Length <= goes.Chords[^1].Tick))
        );
        Assert.All(
            goes.Chords.Zip(goes.Chords.Skip(1)),
            pair => Assert.Equal(pair.First.Tick + pair.First.Length, pair.Second.Tick)
        );
        var map = new TimeMap(goes.Tempos);
        Assert.Equal(40, goes.Seconds - map.SecondsAt(goes.From), 6);
        Assert.InRange(goes.Seconds - map.SecondsAt(goes.Chords[^1].Tick), 0.2, 1.2);
    }

    private static void Rises(Trial trial) =>
        Assert.True(trial.Effect >= Clear && trial.Rising >= 0.8, trial.ToString());

    private static IReadOnlyList<Song> Songs(SongPart part, bool sung) =>
        Shared.GetOrAdd((part, sung), static asked => Made(asked.Part, asked.Sung));

    private static IReadOnlyList<Song> Made(SongPart part, bool sung) =>
        Room.ComposeAll(
            Enumerable
                .Range(0, 24)
                .Select(n => Brief(Tags[n % Tags.Length], Lengths[n / Tags.Length], n, sung) with { Part = part })
        );

    private static SongBrief Brief(string text, double seconds, int seed, bool sung) =>
        new()
        {
            IsVocal = sung,
            Lyrics = sung ? Words.Driving : "",
            Description = text,
            Seconds = seconds,
            Seed = seed,
        };

    private static double FirstSung(Song song) => new TimeMap(song.Tempos).SecondsAt(Leads(song).First().Notes[0].Tick);

    private static double Opening(Song song) =>
        Enumerable
            .Range(0, 8)
            .Average(bar => song.Sections.Last(section => section.Tick <= bar * song.Meter.TicksPerBar).Energy);

    private static double NotesASecond(Song song)
    {
        var end = 8 * song.Meter.TicksPerBar;
        var notes = song.Parts.Sum(part => part.Notes.Count(note => note.Tick < end));
        return notes / new TimeMap(song.Tempos).SecondsAt(end);
    }

    private static double Share(Song song, params string[] kinds) =>
        song.Sections.Where(section => kinds.Contains(section.Kind)).Sum(section => section.Length)
        / (double)song.Sections.Sum(section => section.Length);

    private static bool IsSung(Song song, SongSection section) =>
        Leads(song)
            .Any(phrase =>
                phrase.Notes[^1].Tick >= section.Tick && phrase.Notes[0].Tick < section.Tick + section.Length
            );

    private static string Name(Song song) => $"{song.Brief.Description}, {song.Brief.Seconds} s, {song.Brief.Part}";

    private static byte[] Written(SongBrief brief) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Room.Compose(brief) with { Brief = new SongBrief() });

    private static IEnumerable<VocalPhrase> Leads(Song song) =>
        song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

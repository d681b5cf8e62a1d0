using Troubadour.Composing.Tests.Shared;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>Words are sung where they are to be sung (<see cref="SongBrief.WordsWithin"/>).</summary>
public class WindowTests
{
    private static readonly string[] Tags = ["rock", "sad piano ballad", "house", "jazz swing", "folk waltz", "trap"];
    private static readonly double[] Lengths = [32, 60, 130, 200];

    private static readonly Lazy<IReadOnlyList<(SongBrief Brief, Song? Song)>> Shared = new(() =>
        [
            .. Enumerable
                .Range(0, 120)
                .AsParallel()
                .AsOrdered()
                .Select(n =>
                {
                    var brief = Random(n);
                    return (brief, Made(brief));
                }),
        ]
    );

    [Fact]
    public void Words_are_sung_inside_their_window_to_a_bar() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where pair.Song is not null
            let song = pair.Song!
            let map = new TimeMap(song.Tempos)
            let bar = map.SecondsAt(song.Meter.TicksPerBar)
            let notes = song.Vocals.SelectMany(phrase => phrase.Notes).ToList()
            let first = map.SecondsAt(notes.Min(note => note.Tick))
            let last = map.SecondsAt(notes.Max(note => note.Tick + note.Length))
            let within = pair.Brief.WordsWithin!
            where first < within.From * song.Seconds - bar || last > within.To * song.Seconds + bar
            select $"{Name(pair.Brief)}: sung from {first:F1} to {last:F1} s, a bar is {bar:F1} s"
        );

    [Fact]
    public void The_length_is_exact_and_filled_with_music() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where pair.Song is not null
            let song = pair.Song!
            let map = new TimeMap(song.Tempos)
            let end = map.SecondsAt(song.Parts.SelectMany(part => part.Notes).Max(note => note.Tick + note.Length))
            let form = map.SecondsAt(song.Chords[^1].Tick)
            where song.Seconds != pair.Brief.Seconds || end > song.Seconds + 0.05 || form < song.Seconds - 8
            select $"{Name(pair.Brief)}: {song.Seconds} s, form to {form:F1}, played to {end:F1}"
        );

    [Fact]
    public void Words_come_once_and_in_order_whole_sections_at_a_time() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where pair.Song is not null
            let song = pair.Song!
            let sung = string.Concat(Leads(song).Select(phrase => Letters(phrase.Text)))
            let shown = string.Concat(Lines(song.Lyrics))
            let lines = Lines(song.Lyrics).Distinct().ToList()
            let asked = LyricsReader.Read(pair.Brief.Lyrics).SelectMany(section => section.Lines)
            let kept = asked.Select(line => Letters(line.Text)).Distinct().Where(lines.Contains)
            where sung != shown || lines.Count == 0 || !lines.SequenceEqual(kept)
            select $"{Name(pair.Brief)}: {song.Lyrics}"
        );

    [Fact]
    public void Windows_with_room_for_a_verse_are_not_refused() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let within = pair.Brief.WordsWithin!
            // The ending takes its part of the window.
            let seconds = (Math.Min(0.93, within.To) - within.From) * pair.Brief.Seconds
            where pair.Song is null && seconds > 26
            select Name(pair.Brief)
        );

    [Fact]
    public void Most_windows_are_tried_in_earnest() =>
        Assert.True(Shared.Value.Count(pair => pair.Song is not null) > 75);

    [Fact]
    public void The_whole_song_and_no_window_are_one()
    {
        foreach (var n in Enumerable.Range(0, 6))
        {
            var brief = Random(n) with { Part = null, WordsWithin = null };
            Assert.Equal(Written(brief), Written(brief with { WordsWithin = new SongPart(0, 1) }));
        }
    }

    [Fact]
    public void A_window_that_the_song_keeps_anyway_changes_nothing()
    {
        var same = Enumerable
            .Range(0, 24)
            .Select(n => Random(n) with { Part = null, WordsWithin = null, Seconds = 32 })
            .Count(brief => Written(brief).SequenceEqual(Written(brief with { WordsWithin = new SongPart(0, 0.95) })));
        Assert.True(same >= 20, $"{same} of 24 are the same song");
    }

    [Fact]
    public void Instrumentals_have_no_words_to_place()
    {
        var brief = new SongBrief
        {
            IsVocal = false,
            Description = "house",
            Seconds = 60,
            Seed = 4,
        };
        Assert.Equal(Written(brief), Written(brief with { WordsWithin = new SongPart(0.3, 0.6) }));
    }

    [Fact]
    public void A_new_part_of_a_song_keeps_its_window()
    {
        var source = Room.Compose(Random(1) with { Part = null, WordsWithin = null, Seconds = 60 });
        var editor = new SongEditor(Room.Library, Room.Pronouncer);
        foreach (var within in (SongPart[])[new(0.2, 0.7), new(0, 0.8), new(0.4, 1)])
        {
            var brief = new SongBrief
            {
                Lyrics = Words.Driving,
                Seconds = 130,
                WordsWithin = within,
                Seed = 2,
            };
            var song = editor.Extend(source, 50, brief);
            var map = new TimeMap(song.Tempos);
            var (start, bar) = (map.SecondsAt(song.From), map.SecondsAt(song.Meter.TicksPerBar));
            var notes = Leads(song).SelectMany(phrase => phrase.Notes).Where(note => note.Tick >= song.From).ToList();
            var length = song.Seconds - start;
            Assert.True(map.SecondsAt(notes[0].Tick) - start >= within.From * length - bar);
            Assert.True(map.SecondsAt(notes[^1].Tick + notes[^1].Length) - start <= within.To * length + bar);
        }
    }

    private static SongBrief Random(int n)
    {
        var random = new RandomStream(n, "windows");
        var from = Math.Round(random.NextUnit() * 0.6, 2);
        var to = Math.Round(Math.Min(1, from + 0.3 + (0.6 * random.NextUnit())), 2);
        return new SongBrief
        {
            Lyrics = n % 5 == 4 ? Words.Short : Words.Driving,
            Description = random.Pick(Tags),
            Seconds = random.Pick(Lengths),
            Seed = n,
            WordsWithin = new SongPart(n % 3 == 0 ? 0 : from, n % 7 == 0 ? 1 : to),
            Part = (n % 4) switch
            {
                0 => new SongPart(0.3, 0.8),
                1 => new SongPart(0.5, 1),
                _ => null,
            },
        };
    }

    private static Song? Made(SongBrief brief)
    {
        try
        {
            return Room.Compose(brief);
        }
        catch (LyricsDoNotFitException)
        {
            return null;
        }
    }

    private static string Name(SongBrief brief) =>
        $"{brief.Description}, {brief.Seconds} s, words {brief.WordsWithin}, {brief.Part}, seed {brief.Seed}";

    private static byte[] Written(SongBrief brief) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Room.Compose(brief) with { Brief = new SongBrief() });

    private static IEnumerable<VocalPhrase> Leads(Song song) =>
        song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead);

    private static IEnumerable<string> Lines(string lyrics) =>
        lyrics.Split('\n').Where(row => !row.StartsWith('[')).Select(Letters);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

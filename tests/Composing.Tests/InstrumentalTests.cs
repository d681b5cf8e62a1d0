using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests;

public class InstrumentalTests
{
    [Fact]
    public void Sections_asked_for_in_seconds_start_within_a_bar_of_their_time()
    {
        (string Name, double Seconds)[][] wishes =
        [
            [("intro", 20), ("verse", 25), ("chorus", 30), ("outro", 15)],
            [("verse", 30)],
            [("intro", 5), ("chorus", 40), ("inst", 12), ("bridge", 9), ("chorus", 20), ("outro", 10)],
            [("chorus", 60), ("outro", 60)],
        ];
        var briefs =
            from genre in Room.Library.BgmGenres.Keys
            from wish in wishes
            select new SongBrief
            {
                IsVocal = false,
                Genres = [genre],
                Segments = [.. wish.Select(w => new SegmentBrief(w.Name, w.Seconds))],
                Seed = 3,
            };
        Corpus.AssertNone(Room.ComposeAll(briefs).SelectMany(Late));
    }

    private static IEnumerable<string> Late(Song song)
    {
        var wish = song.Brief.Segments;
        var map = new TimeMap(song.Tempos);
        var bar = map.SecondsAt(song.Meter.TicksPerBar);
        if (!song.Sections.Select(s => s.Kind).SequenceEqual(wish.Select(w => w.Name)))
        {
            yield return $"{Corpus.Name(song)}: {string.Join(' ', song.Sections.Select(s => s.Kind))}";
            yield break;
        }

        if (Math.Abs(song.Seconds - wish.Sum(w => w.Seconds!.Value)) > 1e-9)
        {
            yield return $"{Corpus.Name(song)}: {song.Seconds} s";
        }

        var at = 0.0;
        for (var i = 0; i < wish.Length; i++)
        {
            var start = map.SecondsAt(song.Sections[i].Tick);
            if (Math.Abs(start - at) > bar * 1.05)
            {
                yield return $"{Corpus.Name(song)}: {wish[i].Name} {i} at {start:F1} instead of {at:F1} (bar {bar:F2})";
            }

            at += wish[i].Seconds!.Value;
        }
    }

    [Fact]
    public void Every_instrument_asked_for_is_heard_at_any_length_and_energy()
    {
        var briefs =
            from instrument in Room.Library.Instruments.Keys
            from genre in (string[])["corporate", "rock", "ambient", "epic"]
            from mood in (string[])["tranquil", "energetic"]
            from seconds in (double[])[8, 30]
            select new SongBrief
            {
                IsVocal = false,
                Genres = [genre],
                Moods = [mood],
                Instruments = [instrument],
                Seconds = seconds,
                Seed = 2,
            };
        Corpus.AssertNone(Room.ComposeAll(briefs).SelectMany(Missing));
    }

    [Fact]
    public void Five_instruments_asked_for_together_are_all_heard()
    {
        string[][] bands =
        [
            ["violin", "cello", "flute", "trumpet", "saxophone"],
            ["bass", "bass guitar", "double bass", "drums", "percussion"],
            ["piano", "keyboard", "organ", "synth", "synthesizer"],
            ["guitar", "electric guitar", "acoustic guitar", "ukulele", "banjo"],
            ["strings", "brass", "harp", "glockenspiel", "marimba"],
        ];
        var briefs =
            from band in bands
            from genre in (string[])["corporate", "jazz", "ambient"]
            select new SongBrief
            {
                IsVocal = false,
                Genres = [genre],
                Instruments = [.. band],
                Seconds = 30,
                Seed = 2,
            };
        Corpus.AssertNone(Room.ComposeAll(briefs).SelectMany(Missing));
    }

    [Fact]
    public void A_voice_may_have_its_instruments_too()
    {
        var song = Room.Compose(
            new SongBrief
            {
                Lyrics = Words.Short,
                Genres = ["Pop"],
                Instruments = ["harp", "organ"],
                Seconds = 60,
            }
        );
        Assert.Empty(Missing(song));
    }

    private static IEnumerable<string> Missing(Song song)
    {
        foreach (var name in song.Brief.Instruments)
        {
            var value = Room.Library.Instruments[name];
            var heard = value.Drums is { } drums
                ? song
                    .Parts.Where(p => p.Role == PartRole.Drums)
                    .SelectMany(p => p.Notes)
                    .Any(n => Keys(drums).Contains(n.Key))
                : song.Parts.Any(p => p.Role != PartRole.Drums && p.Program == value.Program && !p.Notes.IsEmpty);
            if (!heard)
            {
                yield return $"{Corpus.Name(song)}, {string.Join(' ', song.Brief.Moods)}: no {name}";
            }
        }
    }

    private static HashSet<int> Keys(DrumSheet drums) =>
        [
            .. drums
                .Low.Concat(drums.Mid)
                .Concat(drums.High)
                .SelectMany(groove => groove.Keys)
                .Select(drum => DrumKeys.ByName[drum]),
        ];

    [Fact]
    public void Any_mood_and_theme_leaves_something_to_hear()
    {
        var briefs =
            from genre in (string[])["ambient", "beauty", "documentary", "epic", "kids"]
            from mood in Room.Library.Moods.Keys.Where(name => char.IsLower(name[0]))
            select new SongBrief
            {
                IsVocal = false,
                Genres = [genre],
                Moods = [mood],
                Themes = ["meditation"],
                Seconds = 12,
                Seed = 9,
            };
        Corpus.AssertNone(
            from song in Room.ComposeAll(briefs)
            where song.Parts.Sum(part => part.Notes.Length) < 8
            select $"{Corpus.Name(song)}, {song.Brief.Moods[0]}: {song.Parts.Sum(part => part.Notes.Length)} notes"
        );
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests;

/// <summary>What a brief asks for is what the song has.</summary>
public class BriefWishesTests
{
    private static readonly SongBrief Sung = new()
    {
        Lyrics = Words.Driving,
        Genres = ["Pop"],
        Moods = ["Happy"],
        Seconds = 120,
        Seed = 4,
    };

    private static readonly SongBrief Played = new()
    {
        IsVocal = false,
        Genres = ["corporate"],
        Seconds = 60,
        Seed = 4,
    };

    [Fact]
    public void The_same_brief_gives_the_same_song()
    {
        foreach (var brief in (SongBrief[])[Sung, Sung with { Genres = [], Moods = [] }, Played])
        {
            Assert.Equal(Written(Room.Compose(brief)), Written(Room.Compose(brief)));
        }
    }

    [Fact]
    public void Songs_made_side_by_side_are_the_songs_made_one_by_one()
    {
        var briefs = Enumerable.Range(0, 8).Select(seed => Sung with { Seed = seed, Seconds = 40 }).ToList();
        Assert.Equal(briefs.Select(b => Written(Room.Compose(b))), Room.ComposeAll(briefs).Select(Written));
    }

    [Fact]
    public void Another_seed_gives_another_song()
    {
        foreach (var brief in (SongBrief[])[Sung, Played])
        {
            var songs = Enumerable.Range(0, 6).Select(seed => Room.Compose(brief with { Seed = seed })).ToList();
            Assert.Equal(6, songs.Select(song => Written(song with { Brief = brief })).Distinct().Count());
            Assert.True(songs.Select(song => song.Key).Distinct().Count() > 2);
        }
    }

    [Theory]
    [InlineData("Pop", 71)]
    [InlineData("Rock", 140)]
    [InlineData("Jazz", 200)]
    [InlineData("GuFeng Music", 90)]
    public void The_tempo_asked_for_is_the_songs_throughout(string genre, double bpm)
    {
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var song = Room.Compose(Sung with { Genres = [genre], Bpm = bpm, Seed = seed });
            var tempo = Assert.Single(song.Tempos);
            Assert.Equal(bpm, tempo.QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse, 9);
        }
    }

    [Theory]
    [InlineData(0, Mode.Major)]
    [InlineData(6, Mode.Minor)]
    [InlineData(3, Mode.Major)]
    [InlineData(10, Mode.Minor)]
    public void The_key_asked_for_is_the_songs(int tonic, Mode mode)
    {
        var key = new Key(tonic, mode);
        foreach (var genre in Room.Library.VocalGenres.Keys)
        {
            var song = Room.Compose(Sung with { Genres = [genre], Key = key, Seconds = 40, Lyrics = Words.Short });
            Assert.Equal(key, song.Key);
            var scale = key.Degrees.Select(degree => (degree + tonic) % 12).ToHashSet();
            var notes = song.Vocals.Where(p => !p.Rap).SelectMany(p => p.Notes).ToList();
            Assert.True(
                notes.Count(n => scale.Contains(n.Key % 12)) >= 0.85 * notes.Count,
                $"{genre}: the voice leaves {key}"
            );
        }
    }

    [Theory]
    [InlineData("3/4")]
    [InlineData("6/8")]
    [InlineData("2/4")]
    [InlineData("5/4")]
    [InlineData("7/8")]
    [InlineData("12/8")]
    public void The_metre_asked_for_is_the_songs(string text)
    {
        Assert.True(Meter.TryParse(text, out var meter));
        foreach (var genre in Room.Library.VocalGenres.Keys)
        {
            var song = Room.Compose(Sung with { Genres = [genre], Meter = meter, Seconds = 60, Lyrics = Words.Short });
            Assert.Equal(meter, song.Meter);
            Assert.Equal(60, song.Seconds);
            Assert.All(song.Sections, section => Assert.Equal(0, section.Tick % meter.TicksPerBar));
            Assert.NotEmpty(song.Vocals);
        }
    }

    [Fact]
    public void The_structure_asked_for_is_the_songs()
    {
        string[] wish = ["chorus", "verse", "inst", "chorus", "outro"];
        var song = Room.Compose(
            Sung with
            {
                Seconds = null,
                Lyrics = Words.Short,
                Segments = [.. wish.Select(kind => new SegmentBrief(kind, null))],
            }
        );
        Assert.Equal(wish, song.Sections.Select(s => s.Kind));
        Assert.StartsWith("[chorus]\nSing it to me slowly", song.Lyrics, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chords_asked_for_are_played_one_a_bar_and_round_again()
    {
        string[] wish = ["Am", "F", "C/E", "G7"];
        var song = Room.Compose(Sung with { Chords = All(wish), Seconds = 90 });
        Assert.Equal(new Key(9, Mode.Minor), song.Key);
        foreach (var section in song.Sections)
        {
            var bars = song
                .Chords.Where(s => s.Tick >= section.Tick && s.Tick < section.Tick + section.Length)
                .ToList();
            Assert.Equal(bars.Select((_, i) => wish[i % wish.Length]), bars.Select(span => span.Chord.ToString()));
            Assert.All(bars, span => Assert.Equal(song.Meter.TicksPerBar, span.Length));
        }

        Assert.Equal("Am", song.Chords[^1].Chord.ToString());
    }

    [Fact]
    public void Words_that_no_tempo_fits_are_refused_with_the_seconds_they_need()
    {
        var verse = string.Join('\n', Enumerable.Repeat("Radio was playing all the songs that pulled us in again", 60));
        foreach (var lyrics in (string[])[$"[verse]\n{verse}", $"[intro]\n[verse]\n{verse}\n[chorus]\nCarry me over"])
        {
            var brief = Room.Composer.Fill(Sung with { Lyrics = lyrics, Seconds = 30 });
            var refusal = Assert.Throws<LyricsDoNotFitException>(() => Room.Composer.Check(brief));
            Assert.Throws<LyricsDoNotFitException>(() => Room.Compose(brief));
            Assert.InRange(refusal.SecondsNeeded, 60, 300);
            Assert.Contains("seconds", refusal.Message, StringComparison.Ordinal);
            var enough = Room.Compose(brief with { Seconds = Math.Ceiling(refusal.SecondsNeeded) + 2 });
            Assert.NotEmpty(enough.Vocals);
        }
    }

    [Fact]
    public void What_was_not_said_is_predicted_and_told()
    {
        var filled = Room.Composer.Fill(new SongBrief { Lyrics = "[verse]\nLonely rain and empty shadows", Seed = 1 });
        Assert.Contains(filled.Genres.Single(), Room.Library.VocalGenres.Keys);
        Assert.Equal("Sentimental/Melancholic/Lonely", filled.Moods.Single());
        Assert.NotNull(filled.Gender);
        Assert.NotNull(filled.Timbre);
        Assert.Equal(JsonSerializer.Serialize(filled), JsonSerializer.Serialize(Room.Compose(filled).Brief));
    }

    [Theory]
    [InlineData("A relaxed piano tune at 74 bpm in D minor", "piano", "relaxed", 74)]
    [InlineData("energetic rock with trumpet, 150BPM", "trumpet", "energetic", 150)]
    public void A_description_is_understood(string text, string instrument, string mood, double bpm)
    {
        var filled = Room.Composer.Fill(new SongBrief { IsVocal = false, Description = text });
        Assert.Contains(instrument, filled.Instruments);
        Assert.Contains(mood, filled.Moods);
        Assert.Equal(bpm, filled.Bpm);
    }

    [Fact]
    public void Odd_lyrics_still_make_a_song()
    {
        string[] odd =
        [
            string.Concat(Enumerable.Repeat("[end][intro]", 160)),
            "la",
            "[verse]\n123",
            "",
            new string('a', 2000),
        ];
        foreach (var lyrics in odd)
        {
            var song = Room.Compose(Sung with { Lyrics = lyrics, Seconds = 60 });
            Assert.Equal(60, song.Seconds);
            Assert.NotEmpty(song.Parts);
        }
    }

    private static string Written(Song song) => JsonSerializer.Serialize(song);

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> All(IEnumerable<string> bars) =>
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("", [.. bars]);
}

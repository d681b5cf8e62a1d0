using System.Text.Json;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Reading;

/// <summary>What a description says is what the song has.</summary>
public class DescribedSongTests
{
    private static readonly string[] Removable =
    [
        .. Room.Library.Words.Entries.Where(entry => entry.Removes is not null).Select(entry => entry.Name),
    ];

    [Fact]
    public void An_instrument_that_is_ruled_out_never_sounds()
    {
        var briefs =
            from style in Room.Library.Styles.Keys
            from pair in Removable.Select((name, i) => (Name: name, Seed: i))
            select Played($"no {pair.Name}", pair.Seed) with
            {
                Styles = One(style),
            };
        Corpus.AssertNone(
            from song in Room.ComposeAll(briefs)
            let name = song.Brief.Description[3..]
            let removal = Room.Library.Words.RemovalOf(name)
            from part in song.Parts
            where
                removal.Roles.Contains(part.Role)
                || (
                    part.Role == PartRole.Drums
                        ? removal.Kits.Contains(part.Program)
                            || removal.Drums.Any(drum => part.Notes.Any(note => note.Key == DrumKeys.ByName[drum]))
                        : removal.Programs.Contains(part.Program)
                )
            select $"{song.Style} without {name}: {part.Id}, program {part.Program}"
        );
    }

    [Fact]
    public void Whatever_is_ruled_out_somebody_still_plays_chords_in_every_section()
    {
        var briefs =
            from style in Room.Library.Styles.Keys
            from text in (string[])
                [
                    "no piano, no synths, no guitars, no strings",
                    "no guitar or keyboard",
                    "unplugged",
                    "no drums, no bass",
                ]
            select Played(text, 3) with
            {
                Styles = One(style),
            };
        Corpus.AssertNone(
            from song in Room.ComposeAll(briefs)
            from section in song.Sections
            let end = section.Tick + section.Length
            where
                !song.Parts.Any(part =>
                    part.Role is PartRole.Chords or PartRole.Pad or PartRole.Arpeggio
                    && part.Notes.Any(note => note.Tick < end && note.Tick + note.Length > section.Tick)
                )
            select $"{song.Style}, {song.Brief.Description}: {section.Kind}"
        );
    }

    [Fact]
    public void An_instrument_asked_for_alone_is_alone()
    {
        foreach (var (text, programs) in ((string, int[])[])[("solo piano", [0]), ("harp and strings only", [46, 48])])
        {
            foreach (var style in Room.Library.Styles.Keys)
            {
                var song = Room.Compose(Played(text, 5) with { Styles = One(style) });
                Assert.All(song.Parts, part => Assert.Contains(part.Program, Same(programs)));
                Assert.Contains(song.Parts, part => part.Role == PartRole.Lead);
                Assert.DoesNotContain(song.Parts, part => part.Role == PartRole.Drums);
            }
        }
    }

    [Fact]
    public void Every_style_is_reached_by_its_name()
    {
        foreach (var id in Room.Library.Styles.Keys)
        {
            Assert.Equal(id, Room.Compose(Played(id, 2)).Style);
            Assert.Equal(id, Room.Compose(Sung(id, 2)).Style);
        }
    }

    [Fact]
    public void A_song_takes_from_its_tags_what_nobody_said()
    {
        var song = Room.Compose(
            Sung("reggae, sad, male vocals, husky, D minor, 76 bpm, with flute", 1) with
            {
                Lyrics = Words.Short,
            }
        );
        Assert.Equal("reggae", song.Style);
        Assert.Equal("Reggae", Assert.Single(song.Brief.Genres));
        Assert.Equal("Sorrow/Sad", Assert.Single(song.Brief.Moods));
        Assert.Equal(new VoiceSpec(Gender.Male, Timbre.Husky), song.Voice!.Value with { Person = 0 });
        Assert.Equal(new Key(2, Mode.Minor), song.Key);
        Assert.Equal(76, Assert.Single(song.Tempos).QuartersPerMinute, 9);
        Assert.Contains(song.Parts, part => part.Program == 73);
    }

    [Fact]
    public void An_instrument_in_the_tags_of_a_song_is_heard_in_a_third_of_its_bars()
    {
        var briefs =
            from genre in (string[])["pop", "rock", "jazz", "house"]
            from name in Room.Library.Instruments.Keys
            select Sung($"{genre}, {name}", 7) with
            {
                Lyrics = Words.Driving,
                Seconds = 90,
                Themes = ["love"],
            };
        Corpus.AssertNone(
            from song in Room.ComposeAll(briefs)
            let name = song.Brief.Description.Split(", ")[1]
            let value = Room.Library.Instruments[name]
            let notes = song
                .Parts.Where(part =>
                    value.Role == PartRole.Drums ? part.Role == value.Role : part.Program == value.Program
                )
                .SelectMany(part => part.Notes)
                .ToList()
            let bars = song.Chords[^1].Tick / song.Meter.TicksPerBar
            let heard = Enumerable
                .Range(0, bars)
                .Count(bar =>
                    notes.Exists(note =>
                        note.Tick < (bar + 1) * song.Meter.TicksPerBar
                        && note.Tick + note.Length > bar * song.Meter.TicksPerBar
                    )
                )
            where heard < 0.33 * bars
            select $"{song.Style}, {name}: {heard} of {bars} bars"
        );
    }

    [Fact]
    public void What_was_said_wins_over_the_text()
    {
        var said = new SongBrief
        {
            Lyrics = Words.Short,
            Description = "reggae, sad, male vocals, husky, D minor, 76 bpm, waltz, flute",
            Genres = ["Rock"],
            Moods = ["Happy"],
            Gender = Gender.Female,
            Timbre = Timbre.Bright,
            Key = new Key(7, Mode.Major),
            Meter = Meter.Common,
            Bpm = 121,
            Instruments = ["trumpet"],
            Seed = 3,
        };
        var song = Room.Compose(said);
        Assert.Equal(JsonSerializer.Serialize(said), JsonSerializer.Serialize(song.Brief));
        Assert.Contains(song.Style, Room.Library.VocalGenres["Rock"].Keys);
        Assert.Equal(said.Key, song.Key);
        Assert.Equal(Meter.Common, song.Meter);
        Assert.Equal(121, Assert.Single(song.Tempos).QuartersPerMinute, 9);
        Assert.Equal(new VoiceSpec(Gender.Female, Timbre.Bright), song.Voice!.Value with { Person = 0 });
    }

    [Fact]
    public void Filling_twice_is_filling_once()
    {
        foreach (var expected in Expectation.Load("sentences.json").Concat(Expectation.Load("sentences-held.json")))
        {
            foreach (var brief in (SongBrief[])[Sung(expected.Text, 1), Played(expected.Text, 1)])
            {
                var once = Room.Composer.Fill(brief with { Exclude = expected.Exclude });
                Assert.Equal(JsonSerializer.Serialize(once), JsonSerializer.Serialize(Room.Composer.Fill(once)));
            }
        }
    }

    [Theory]
    [InlineData("slow build", 1)]
    [InlineData("fades out", -1)]
    public void Energy_follows_the_arc(string text, int direction)
    {
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var song = Room.Compose(Played($"pop, {text}", seed) with { Seconds = 120 });
            var first = song.Sections[0].Energy;
            var last = song.Sections[^1].Energy;
            Assert.True(direction * (last - first) > 0.25, $"{first} to {last}");
        }
    }

    [Fact]
    public void A_flat_arc_has_no_peaks_and_contrast_has_high_ones()
    {
        double Spread(string text)
        {
            var song = Room.Compose(Played(text, 1) with { Seconds = 120 });
            return song.Sections.Max(s => s.Energy) - song.Sections.Min(s => s.Energy);
        }

        var usual = Spread("pop");
        Assert.InRange(Spread("pop, same energy throughout"), 0, 0.4 * usual);
        Assert.InRange(Spread("pop, quiet verses and loud chorus"), 1.2 * usual, 1);
    }

    [Theory]
    [InlineData("between 100 and 104 bpm", 100, 104)]
    [InlineData("slow", 0, 108)]
    [InlineData("fast", 115, 240)]
    public void The_tempo_lies_where_the_words_say(string text, double slowest, double fastest)
    {
        foreach (var seed in Enumerable.Range(0, 6))
        {
            var song = Room.Compose(Played($"corporate, {text}", seed) with { Seconds = 60 });
            Assert.InRange(song.Tempos[0].QuartersPerMinute, slowest * 0.999, fastest * 1.02);
        }
    }

    [Fact]
    public void A_metre_in_words_is_the_songs_and_minor_is_minor()
    {
        Assert.Equal(new Meter(3, 4), Room.Compose(Played("folk waltz", 1)).Meter);
        Assert.Equal(new Meter(6, 8), Room.Compose(Played("6/8 folk song", 1)).Meter);
        foreach (var style in Room.Library.Styles.Keys)
        {
            Assert.True(Room.Compose(Played("minor key", 1) with { Styles = One(style) }).Key.IsMinor);
            Assert.False(Room.Compose(Played("major key", 1) with { Styles = One(style) }).Key.IsMinor);
        }
    }

    [Fact]
    public void A_brief_without_words_that_wants_no_singer_becomes_an_instrumental()
    {
        var song = Room.Compose(new SongBrief { Description = "instrumental lo-fi beat", Seconds = 40 });
        Assert.Empty(song.Vocals);
        Assert.Null(song.Voice);
        Assert.Equal("lofi", song.Style);
    }

    private static SongBrief Played(string text, int seed) =>
        new()
        {
            IsVocal = false,
            Description = text,
            Seconds = 45,
            Seed = seed,
        };

    private static SongBrief Sung(string text, int seed) =>
        new()
        {
            Lyrics = Words.Short,
            Description = text,
            Seconds = 45,
            Seed = seed,
        };

    // A bank may give one instrument several programs; "piano" is any of them.
    private static IEnumerable<int> Same(int[] programs) =>
        Room
            .Library.Words.Entries.Where(entry => entry.Removes?.Programs.Intersect(programs).Any() == true)
            .SelectMany(entry => entry.Removes!.Programs);

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, double> One(string id) =>
        new SongBrief().Styles.Add(id, 1);
}

using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>What must not be heard, who sings and how long: tables at equal seeds.</summary>
public class WishTests
{
    private const int Seeds = 4;

    public static TheoryData<string, string, int, int> Unwanted =>
        new()
        {
            { "piano", "pop", 0, 3 },
            { "organ", "reggae", 16, 20 },
            { "guitar", "rock", 24, 31 },
            { "bass", "funk", 32, 39 },
            { "violin", "folk with violin", 40, 41 },
            { "strings", "epic orchestral", 48, 51 },
            { "brass", "funk", 56, 63 },
            { "saxophone", "jazz", 64, 67 },
            { "flute", "celtic", 72, 79 },
            { "synth", "house", 80, 103 },
        };

    [Theory]
    [MemberData(nameof(Unwanted))]
    public void What_is_excluded_is_not_heard_though_it_is_heard_without(string word, string text, int low, int high)
    {
        bool Heard(Song song) =>
            song.Parts.Any(part =>
                part.Role is not (PartRole.Drums or PartRole.Effects) && part.Program >= low && part.Program <= high
            );
        Assert.Contains(Songs(text, ""), Heard);
        Assert.DoesNotContain(Songs(text, word), Heard);
    }

    [Theory]
    [InlineData("rock")]
    [InlineData("house")]
    [InlineData("reggae")]
    public void Excluded_drums_are_not_heard(string text)
    {
        Assert.All(Songs(text, ""), song => Assert.Contains(song.Parts, part => part.Role == PartRole.Drums));
        Assert.All(
            Songs(text, "drums"),
            song => Assert.DoesNotContain(song.Parts, part => part.Role == PartRole.Drums || part.Bank == 128)
        );
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(1.0, 5)]
    public void What_is_excluded_stays_out_wherever_the_knobs_stand(double knob, int detail)
    {
        foreach (var text in (string[])["funk", "reggae", "jazz"])
        {
            var songs = Room.ComposeAll(
                Enumerable
                    .Range(0, Seeds)
                    .Select(seed =>
                        Brief(text, seed) with
                        {
                            Exclude = "drums, piano, strings",
                            StyleStrength = knob,
                            Weirdness = knob,
                            Detail = detail,
                        }
                    )
            );
            Assert.All(
                songs,
                song =>
                    Assert.DoesNotContain(
                        song.Parts,
                        part =>
                            part.Role == PartRole.Drums
                            || part.Program is <= 3 or (>= 40 and <= 45) or (>= 48 and <= 51)
                    )
            );
        }
    }

    [Theory]
    [InlineData("pop")]
    [InlineData("rock")]
    [InlineData("jazz")]
    [InlineData("folk")]
    public void A_woman_sings_at_least_five_semitones_above_a_man(string text)
    {
        foreach (var seed in Enumerable.Range(0, Seeds))
        {
            var female = Pitch(Brief(text, seed) with { Gender = Gender.Female });
            var male = Pitch(Brief(text, seed) with { Gender = Gender.Male });
            Assert.True(female - male >= 5, $"seed {seed}: {female - male:0.0}");
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(61.5)]
    [InlineData(90)]
    [InlineData(137)]
    [InlineData(240)]
    public void A_song_lasts_as_long_as_was_asked_for_wherever_the_knobs_stand(double seconds)
    {
        foreach (var knob in (double[])[0, 0.5, 1])
        {
            var brief = Brief("pop", 3) with { Seconds = seconds, StyleStrength = knob, Weirdness = knob };
            Assert.Equal(seconds, Room.Compose(brief with { Detail = 1 + (int)(4 * knob) }).Seconds, 6);
        }
    }

    private static double Pitch(SongBrief brief) =>
        Room.Compose(brief)
            .Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead && !phrase.Rap)
            .SelectMany(phrase => phrase.Notes)
            .Average(note => note.Key);

    private static IReadOnlyList<Song> Songs(string text, string exclude) =>
        Room.ComposeAll(Enumerable.Range(0, Seeds).Select(seed => Brief(text, seed) with { Exclude = exclude }));

    private static SongBrief Brief(string text, int seed) =>
        new()
        {
            Lyrics = Words.Short,
            Description = text,
            Seconds = 50,
            Seed = seed,
        };
}

using Troubadour.Composing.Measures;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>Each knob moves its feature in its direction, at equal seeds.</summary>
public class KnobTests
{
    private const int Seeds = 8;
    private const double Clear = 0.8;
    private static readonly string[] Tags = ["reggae", "jazz swing", "dark trap", "house", "punk rock", "funk"];
    private static readonly string[] Moods =
    [
        "happy",
        "sad",
        "calm",
        "energetic",
        "romantic",
        "dreamy",
        "dark",
        "hopeful",
    ];
    private static readonly Lazy<IReadOnlyList<Song>> Usual = new(() => Songs(brief => brief));

    private static readonly string[] Named = ["saxophone", "violin", "flute", "piano", "organ", "trumpet"];

    public static TheoryData<string> Instruments => [.. Named];

    [Fact]
    public void Untouched_and_middle_knobs_are_the_same_knobs()
    {
        foreach (var seed in Enumerable.Range(0, 6))
        {
            var brief = Brief(Tags[seed % Tags.Length], seed) with { IsVocal = seed != 5 };
            var middle = brief with { StyleStrength = 0.5, Weirdness = 0.5, Detail = 3 };
            Assert.Equal(Written(Room.Compose(brief)), Written(Room.Compose(middle)));
        }
    }

    [Fact]
    public void Style_strength_brings_songs_nearer_to_the_style_asked_for_and_farther_from_the_middle_of_the_road()
    {
        var margin = new StyleMargin(Tags, (text, seed) => Brief($"{Moods[seed % Moods.Length]} {text}", seed), Seeds);
        double[] Margins(IReadOnlyList<Song> songs) => [.. songs.Select((song, i) => margin.Of(song, Tags[i / Seeds]))];
        var low = Margins(Songs(brief => brief with { StyleStrength = 0 }));
        var high = Margins(Songs(brief => brief with { StyleStrength = 1 }));
        var usual = Margins(Usual.Value);
        AssertRises(new Trial(low, high));
        Assert.True(low.Average() < usual.Average() && usual.Average() < high.Average());
    }

    [Fact]
    public void Style_strength_lets_words_of_mood_do_more()
    {
        Trial Gap(double? one, double? other) => new([.. Energies(one)], [.. Energies(other)]);
        IEnumerable<double> Energies(double? strength) =>
            Enumerable
                .Range(0, Seeds)
                .Select(seed => Energy("energetic pop", seed, strength) - Energy("calm pop", seed, strength));
        AssertRises(Gap(0, 1));
        AssertRises(Gap(0, null));
        AssertRises(Gap(null, 1));
    }

    [Theory]
    [MemberData(nameof(Instruments))]
    public void Style_strength_puts_instruments_that_were_asked_for_in_front(string name)
    {
        var program = Room.Library.Instruments[name].Program;
        var presence = new Trial([.. Presence(0)], [.. Presence(1)]);
        AssertRises(presence);
        IEnumerable<double> Presence(double strength) =>
            Room.ComposeAll(
                    Enumerable
                        .Range(0, Seeds)
                        .Select(seed => Brief("pop, " + name, seed) with { StyleStrength = strength })
                )
                .Select(song =>
                    song.Parts.Where(part => part.Program == program && part.Role != PartRole.Drums)
                        .Sum(part => part.Notes.Length * Math.Pow(10, part.Mix.GainDb / 20))
                );
    }

    [Fact]
    public void Weirdness_leaves_the_plain_triads_of_the_key()
    {
        var low = Songs(brief => brief with { Weirdness = 0 });
        var high = Songs(brief => brief with { Weirdness = 1 });
        AssertRises(new Trial([.. low.Select(Strangeness.Chords)], [.. high.Select(Strangeness.Chords)]));
        AssertRises(new Trial([.. low.Select(Strangeness.Tune)], [.. high.Select(Strangeness.Tune)]));
        var middle = Usual.Value.Average(Strangeness.Tune);
        Assert.True(low.Average(Strangeness.Tune) < middle && middle < high.Average(Strangeness.Tune));
        Assert.All(high, song => Assert.DoesNotContain(Defects.Of(song), IsGrave));
        Assert.All(low, song => Assert.DoesNotContain(Defects.Of(song), IsGrave));
        var judge = new SongJudge(HumanReference.Shipped());
        double Melody(IReadOnlyList<Song> songs) =>
            songs.Select(song => judge.Judge(song).Melody).Where(double.IsFinite).Average();
        Assert.True(Melody(high) > Melody(Usual.Value) - 4);
        Assert.True(Melody(low) > Melody(Usual.Value) - 4);
    }

    [Fact]
    public void Weirdness_leaves_chords_alone_that_were_asked_for()
    {
        var chords = System.Collections.Immutable.ImmutableSortedDictionary<
            string,
            System.Collections.Immutable.ImmutableArray<string>
        >.Empty.Add("", ["Am", "F", "C", "G"]);
        var song = Room.Compose(Brief("pop", 1) with { Weirdness = 1, Chords = chords });
        Assert.Equal(["Am", "C", "F", "G"], song.Chords.Select(span => span.Chord.ToString()).Distinct().Order());
    }

    [Fact]
    public void Detail_adds_layers_step_by_step_and_never_more_than_sixteen()
    {
        var levels = Enumerable
            .Range(1, 5)
            .Select(detail => detail == 3 ? Usual.Value : Songs(brief => brief with { Detail = detail }))
            .ToList();
        var layers = levels.ConvertAll(songs => songs.Select(Richness.Layers).ToList());
        AssertRises(new Trial(layers[0], layers[4]));
        Assert.True(new Trial(layers[0], layers[2]).Effect >= Clear);
        AssertRises(new Trial(layers[2], layers[4]));
        Assert.All(layers.Zip(layers.Skip(1)), pair => Assert.True(pair.First.Average() < pair.Second.Average()));
        Assert.All(levels[4], song => Assert.InRange(song.Parts.Length, 1, 16));
        Assert.All(levels[0].Concat(levels[4]), song => Assert.DoesNotContain(Defects.Of(song), IsGrave));
    }

    [Fact]
    public void Detail_does_not_take_away_what_was_asked_for()
    {
        foreach (var name in Named)
        {
            var program = Room.Library.Instruments[name].Program;
            var songs = Room.ComposeAll(
                Enumerable.Range(0, 3).Select(seed => Brief("pop, " + name, seed) with { Detail = 1 })
            );
            Assert.All(songs, song => Assert.Contains(song.Parts, part => part.Program == program));
        }
    }

    private static void AssertRises(Trial trial) =>
        Assert.True(trial.Effect >= Clear && trial.Rising >= 0.8, trial.ToString());

    private static bool IsGrave(Defect defect) =>
        defect.Count > 0
        && defect.Kind
            is not (
                "parallel fifths or octaves of voice and bass, more than a tenth of the chord changes"
                or "long sung note a semitone off its chord"
            );

    private static double Energy(string text, int seed, double? strength) =>
        Room.Compose(Brief(text, seed) with { StyleStrength = strength }).Sections.Average(section => section.Energy);

    private static IReadOnlyList<Song> Songs(Func<SongBrief, SongBrief> turn) =>
        Room.ComposeAll(Tags.SelectMany(text => Enumerable.Range(0, Seeds).Select(seed => turn(Brief(text, seed)))));

    private static SongBrief Brief(string text, int seed) =>
        new()
        {
            Lyrics = Words.Driving,
            Description = text,
            Seconds = 75,
            Seed = seed,
        };

    private static byte[] Written(Song song) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(song with { Brief = new SongBrief() });
}

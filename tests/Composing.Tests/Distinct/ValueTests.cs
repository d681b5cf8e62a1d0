using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Distinct;

/// <summary>Every word that a caller may choose shows on the feature that docs/values.md names for it.</summary>
public class ValueTests
{
    private static readonly SongBrief Played = new() { IsVocal = false, Seconds = 30 };

    private static readonly SongBrief Sung = new()
    {
        Lyrics = Words.Short,
        Genres = ["Pop"],
        Moods = ["of no mood"],
        Gender = Gender.Female,
        Timbre = Timbre.Warm,
        Seconds = 40,
    };

    [Fact]
    public void Each_genre_of_instrumentals_shows_on_its_feature() =>
        Corpus.AssertNone(ValueEffects.Unseen(Room.Library.BgmGenres, Played, word => Played with { Genres = [word] }));

    [Fact]
    public void Each_mood_of_instrumentals_shows_on_its_feature() =>
        Corpus.AssertNone(
            ValueEffects.Unseen(
                Room.Library.Moods.Where(mood => char.IsLower(mood.Key[0])),
                Played,
                word => Played with { Moods = [word] }
            )
        );

    [Fact]
    public void Each_mood_of_songs_shows_on_its_feature() =>
        Corpus.AssertNone(
            ValueEffects.Unseen(
                Room.Library.Moods.Where(mood => char.IsUpper(mood.Key[0])),
                Sung,
                word => Sung with { Moods = [word] }
            )
        );

    [Fact]
    public void Each_theme_shows_on_its_feature() =>
        Corpus.AssertNone(ValueEffects.Unseen(Room.Library.Themes, Played, word => Played with { Themes = [word] }));

    [Fact]
    public void A_word_that_does_nothing_does_not_show()
    {
        var nothing = new Dictionary<string, Effect> { ["nothing"] = new() { Feature = "tempo" } };
        Assert.Single(ValueEffects.Unseen(nothing, Played, _ => Played));
    }

    [Fact]
    public void An_instrument_asked_for_sounds_in_three_of_ten_bars() =>
        Corpus.AssertNone(
            from brief in Asked(name => [name])
            let song = Room.Compose(brief)
            let value = Room.Library.Instruments[brief.Instruments[0]]
            where value.Role != PartRole.Drums
            let part = Playing(song, brief.Instruments[0])
            let heard = part is null ? 0 : ValueEffects.Sounding(song, part)
            where heard < 0.3
            select $"{brief.Instruments[0]} in {song.Style}, seed {brief.Seed}: {heard:P0} of the bars"
        );

    [Theory]
    [InlineData("violin", "flute")]
    [InlineData("saxophone", "trumpet")]
    [InlineData("cello", "violin")]
    public void Of_two_melody_instruments_one_has_the_tune_and_one_the_line_against_it(string first, string second) =>
        Corpus.AssertNone(
            from brief in Asked(_ => [first, second]).Where((_, i) => i < 12)
            let song = Room.Compose(brief)
            let tune = Playing(song, first)
            let line = Playing(song, second)
            where
                tune?.Role != PartRole.Lead
                || line?.Role != PartRole.Counter
                || ValueEffects.Sounding(song, tune) < 0.3
                || ValueEffects.Sounding(song, line) < 0.3
                || line.Notes.Select(note => note.Key).Distinct().Count() < 2
            select $"{first} and {second} in {song.Style}, seed {brief.Seed}"
        );

    [Fact]
    public void An_instrument_asked_for_is_not_much_softer_than_the_others() =>
        Corpus.AssertNone(
            from brief in Asked(name => [name])
            let song = Room.Compose(brief)
            let value = Room.Library.Instruments[brief.Instruments[0]]
            where value.Role != PartRole.Drums
            let part = Playing(song, brief.Instruments[0])
            where part is not null
            let under = song.Parts.Where(other => other.Role != PartRole.Drums).Average(Level) - Level(part)
            where under > 10
            select $"{brief.Instruments[0]} in {song.Style}, seed {brief.Seed}: {under:F1} dB under the others"
        );

    [Fact]
    public void Drums_asked_for_add_strokes()
    {
        foreach (
            var name in Room.Library.Instruments.Where(pair => pair.Value.Feature == "drums").Select(pair => pair.Key)
        )
        {
            var strokes = Strokes([name]).Zip(Strokes([])).ToList();
            Assert.True(strokes.Average(pair => pair.First - pair.Second) > 1, name);
        }
    }

    // Velocity's fourth power is loudness's square in most samplers; the part's own gain is added.
    private static double Level(Part part) =>
        40 * Math.Log10(part.Notes.Average(note => note.Velocity) / 127.0) + part.Mix.GainDb;

    private static Part? Playing(Song song, string instrument) =>
        song.Parts.FirstOrDefault(part =>
            part.Role != PartRole.Drums && part.Program == Room.Library.Instruments[instrument].Program
        );

    private static IEnumerable<double> Strokes(string[] instruments) =>
        Enumerable
            .Range(0, ValueEffects.Seeds)
            .Select(seed => Room.Compose(Played with { Instruments = [.. instruments], Seed = seed }))
            .Select(song => Features.Of(song)["drum strokes a bar"]);

    private static IEnumerable<SongBrief> Asked(Func<string, string[]> instruments) =>
        from name in Room.Library.Instruments.Keys
        from genre in (string[])["corporate", "ambient", "rock", "jazz", "holiday", "trailer"]
        from seed in Enumerable.Range(0, 2)
        select Played with
        {
            Genres = [genre],
            Instruments = [.. instruments(name)],
            Seconds = 40,
            Seed = seed,
        };
}

using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Distinct;

/// <summary>Every value that a caller may choose makes a difference that can be heard.</summary>
public class DistinctTests
{
    private static readonly SongBrief Sung = new()
    {
        Lyrics = Words.Short,
        Genres = ["Pop"],
        Moods = ["Happy"],
        Gender = Gender.Female,
        Timbre = Timbre.Warm,
        Seconds = 40,
    };

    private static readonly SongBrief Played = new()
    {
        IsVocal = false,
        Genres = ["corporate"],
        Seconds = 20,
    };

    [Fact]
    public void The_23_genres_of_songs_are_told_apart() =>
        AssertDistinct(23, Room.Library.VocalGenres.Keys, genre => Sung with { Genres = [genre] });

    [Fact]
    public void The_13_moods_of_songs_are_told_apart() =>
        AssertDistinct(
            13,
            Room.Library.Moods.Keys.Where(mood => char.IsUpper(mood[0])),
            mood => Sung with { Moods = [mood] }
        );

    [Fact]
    public void The_47_genres_of_instrumentals_are_told_apart() =>
        AssertDistinct(47, Room.Library.BgmGenres.Keys, genre => Played with { Genres = [genre] });

    [Fact]
    public void The_52_moods_of_instrumentals_are_told_apart() =>
        AssertDistinct(
            52,
            Room.Library.Moods.Keys.Where(mood => char.IsLower(mood[0])),
            mood => Played with { Moods = [mood] }
        );

    [Fact]
    public void The_28_themes_are_told_apart() =>
        AssertDistinct(28, Room.Library.Themes.Keys, theme => Played with { Themes = [theme] });

    [Fact]
    public void Each_of_the_25_instruments_is_told_from_none_and_from_the_others()
    {
        var names = Room.Library.Instruments.Keys.Append("none").ToList();
        Assert.Equal(26, names.Count);
        var measured = Separation.Measure(
            names,
            name => Played with { Genres = ["ambient"], Instruments = name == "none" ? [] : [name] }
        );
        Corpus.AssertNone(Separation.Alike(measured));
    }

    [Fact]
    public void A_value_is_not_told_from_itself()
    {
        var measured = Separation.Measure(["happy"], mood => Played with { Moods = [mood] });
        Assert.Equal(0, Separation.Best(measured["happy"], measured["happy"]).Effect);
    }

    private static void AssertDistinct(int count, IEnumerable<string> values, Func<string, SongBrief> brief)
    {
        var measured = Separation.Measure(values, brief);
        Assert.Equal(count, measured.Count);
        Corpus.AssertNone(Separation.Alike(measured));
    }
}

using System.Collections.Immutable;
using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Styles;

public class StyleLibraryTests
{
    // Some bars are common property: four on the floor, I V vi IV.
    private const double MostShared = 0.3;

    [Fact]
    public void Every_value_of_the_contract_is_there()
    {
        Assert.Equal(23, Room.Library.VocalGenres.Count);
        Assert.Equal(47, Room.Library.BgmGenres.Count);
        Assert.Equal(65, Room.Library.Moods.Count);
        Assert.Equal(28, Room.Library.Themes.Count);
        Assert.Equal(25, Room.Library.Instruments.Count);
        var own = Room.Library.VocalGenres.Values.Select(weights => weights.MaxBy(pair => pair.Value).Key);
        Assert.Equal(23, own.Distinct().Count());
    }

    [Fact]
    public void Predictions_speak_of_every_mood_and_genre()
    {
        var moods = Room.Library.Moods.Keys.Where(mood => char.IsUpper(mood[0])).ToHashSet();
        Assert.Equal(moods, Room.Library.Predictions.MoodWords.Keys.ToHashSet());
        Assert.Equal(moods, Room.Library.Predictions.MoodGenres.Keys.ToHashSet());
        Assert.Equal(moods, Room.Library.Predictions.MoodTimbres.Keys.ToHashSet());
        Assert.Equal(Room.Library.VocalGenres.Keys.ToHashSet(), Room.Library.Predictions.GenreMoods.Keys.ToHashSet());
    }

    [Fact]
    public void Two_styles_share_at_most_three_of_ten_grooves() =>
        Corpus.AssertNone(
            Shared(style =>
                style
                    .Drums.Low.Concat(style.Drums.Mid)
                    .Concat(style.Drums.High)
                    .Select(groove =>
                        string.Join(
                            ' ',
                            groove.OrderBy(row => row.Key, StringComparer.Ordinal).Select(r => r.Key + r.Value)
                        )
                    )
            )
        );

    [Fact]
    public void Two_styles_share_at_most_three_of_ten_progressions() =>
        Corpus.AssertNone(Shared(style => style.Progressions.SelectMany(m => m.Value.Values).SelectMany(list => list)));

    private static IEnumerable<string> Shared(Func<StyleSheet, IEnumerable<string>> things)
    {
        var styles = Room.Library.Styles.Values.Select(s => (s.Id, Things: things(s).ToHashSet())).ToList();
        foreach (var (i, j) in styles.SelectMany((_, i) => Enumerable.Range(0, i).Select(j => (i, j))))
        {
            var both = styles[i].Things.Intersect(styles[j].Things).ToList();
            var fewer = Math.Min(styles[i].Things.Count, styles[j].Things.Count);
            if (fewer > 0 && both.Count > MostShared * fewer)
            {
                yield return $"{styles[j].Id} and {styles[i].Id} share {both.Count} of {fewer}: {string.Join("; ", both.Take(3))}";
            }
        }
    }
}

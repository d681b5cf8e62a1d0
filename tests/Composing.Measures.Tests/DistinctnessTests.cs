namespace Troubadour.Composing.Measures.Tests;

/// <summary>Genres can be told apart and seeds differ.</summary>
public class DistinctnessTests
{
    private static readonly Lazy<GenreTrial> Trial = new(() => GenreTrial.Run(Room.Set, 4, 2));

    [Fact]
    public void The_genre_of_unseen_songs_is_found_among_23_in_60_of_100()
    {
        Assert.Equal(46, Trial.Value.Guesses.Length);
        Assert.True(Trial.Value.Accuracy >= 0.6, $"{Trial.Value.Accuracy:P0}");
    }

    [Fact]
    public void Two_seeds_of_the_same_words_differ() => Assert.True(Trial.Value.SeedDistance > 0.2);

    [Fact]
    public void A_classifier_of_shuffled_labels_finds_nothing()
    {
        var songs = Songs
            .All.Select((song, i) => (Song: song, Label: $"{i * 7 % 23:D2}", Vector: StyleFeatures.Of(song).Vector))
            .ToList();
        var classifier = GenreClassifier.Train([.. songs.Select(song => (song.Label, song.Vector))]);
        var others = Room.Set.Compose(23, 6).Select(song => classifier.Classify(StyleFeatures.Of(song).Vector));
        Assert.True(others.Where((found, i) => found == $"{i:D2}").Count() <= 6);
    }
}

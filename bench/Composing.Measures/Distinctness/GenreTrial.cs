using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Learns genres from some seeds and finds them in others.</summary>
/// <param name="Guesses">Every unseen song: its genre and the genre that was found.</param>
/// <param name="NearestPairs">Pairs of genres whose means lie nearest to each other, with their distance.</param>
/// <param name="SeedDistance">Median distance of two seeds of the same genre and words.</param>
public sealed record GenreTrial(
    ImmutableArray<(string Genre, string Found)> Guesses,
    ImmutableArray<(string One, string Other, double Distance)> NearestPairs,
    double SeedDistance
)
{
    /// <summary>Share of unseen songs whose genre was found.</summary>
    public double Accuracy => (double)Guesses.Count(guess => guess.Genre == guess.Found) / Guesses.Length;

    /// <summary>Runs the trial.</summary>
    /// <param name="set">The composer.</param>
    /// <param name="seen">Seeds to learn from.</param>
    /// <param name="unseen">Seeds to find.</param>
    public static GenreTrial Run(SongSet set, int seen, int unseen)
    {
        ArgumentNullException.ThrowIfNull(set);
        var songs = set
            .Genres.SelectMany(
                (genre, g) => Enumerable.Range(0, seen + unseen).Select(n => (Genre: genre, Place: g, Seed: n))
            )
            .Select(item => (item.Genre, item.Seed, Vector: Vector(Song(set, item.Genre, item.Place, item.Seed))))
            .ToList();
        var classifier = GenreClassifier.Train([
            .. songs.Where(song => song.Seed < seen).Select(song => (song.Genre, song.Vector)),
        ]);
        var guesses = songs
            .Where(song => song.Seed >= seen)
            .Select(song => (song.Genre, classifier.Classify(song.Vector)))
            .ToImmutableArray();
        var distances = set
            .Genres.Select((genre, g) => (Genre: genre, Place: g))
            .Select(item => Seeds(set, item.Genre, classifier))
            .Order()
            .ToList();
        return new GenreTrial(guesses, Pairs(set.Genres, classifier), distances[distances.Count / 2]);
    }

    private static Song Song(SongSet set, string genre, int place, int seed) =>
        set.Compose(genre, place + seed, 7000 + seed * 41 + place, seed % 3 == 0 ? 150 : 180);

    private static double[] Vector(Song song) => StyleFeatures.Of(song).Vector;

    // Same genre, same words, same singer, same length: only the seed differs.
    private static double Seeds(SongSet set, string genre, GenreClassifier classifier) =>
        classifier.Distance(Vector(set.Compose(genre, 1, 50, 180)), Vector(set.Compose(genre, 1, 52, 180)));

    private static ImmutableArray<(string One, string Other, double Distance)> Pairs(
        ImmutableArray<string> genres,
        GenreClassifier classifier
    ) =>
        [
            .. genres
                .SelectMany(
                    (one, i) => genres.Skip(i + 1).Select(other => (one, other, classifier.Between(one, other)))
                )
                .OrderBy(pair => pair.Item3)
                .Take(10),
        ];
}

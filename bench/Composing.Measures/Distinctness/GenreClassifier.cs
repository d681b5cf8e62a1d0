using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Finds a song's genre among those it was shown: the nearest class mean after every feature is divided by its spread inside the
/// classes (linear discriminant analysis with a diagonal, shrunken covariance).
/// </summary>
public sealed class GenreClassifier
{
    private readonly ImmutableArray<string> _labels;
    private readonly double[][] _means;
    private readonly double[] _scale;

    private GenreClassifier(ImmutableArray<string> labels, double[][] means, double[] scale)
    {
        _labels = labels;
        _means = means;
        _scale = scale;
    }

    /// <summary>Learns from labelled vectors of the same length.</summary>
    public static GenreClassifier Train(IReadOnlyCollection<(string Label, double[] Vector)> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        var classes = songs.GroupBy(song => song.Label).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var length = songs.First().Vector.Length;
        var means = classes.ConvertAll(group => Mean([.. group.Select(song => song.Vector)], length)).ToArray();
        var overall = Mean([.. songs.Select(song => song.Vector)], length);
        var scale = new double[length];
        for (var f = 0; f < length; f++)
        {
            var within = classes
                .Zip(means)
                .Sum(pair => pair.First.Sum(song => Square(song.Vector[f] - pair.Second[f])));
            var total = songs.Sum(song => Square(song.Vector[f] - overall[f]));
            // A feature that never varies inside a class must not outweigh all others: a fifth of its overall spread is its floor.
            var variance = within / songs.Count + 0.2 * total / songs.Count;
            scale[f] = total < 1e-12 ? 0 : 1 / variance;
        }

        return new GenreClassifier([.. classes.Select(group => group.Key)], means, scale);
    }

    /// <summary>The label of the nearest class.</summary>
    public string Classify(double[] vector) =>
        _labels[Enumerable.Range(0, _labels.Length).MinBy(c => Distance(vector, _means[c]))];

    /// <summary>Scaled squared distance of two vectors, per feature that tells classes apart.</summary>
    public double Distance(double[] one, double[] other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var sum = 0.0;
        for (var f = 0; f < one.Length; f++)
        {
            sum += Math.Min(25, Square(one[f] - other[f]) * _scale[f]);
        }

        return sum / one.Length;
    }

    /// <summary>Distance between the means of two classes.</summary>
    public double Between(string one, string other) =>
        Distance(_means[_labels.IndexOf(one)], _means[_labels.IndexOf(other)]);

    private static double[] Mean(List<double[]> vectors, int length)
    {
        var mean = new double[length];
        foreach (var vector in vectors)
        {
            for (var f = 0; f < length; f++)
            {
                mean[f] += vector[f] / vectors.Count;
            }
        }

        return mean;
    }

    private static double Square(double value) => value * value;
}

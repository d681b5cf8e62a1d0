using System.Globalization;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Distinct;

/// <summary>
/// Measures whether two values of a field are told apart by what is composed for them: the paired effect size (mean difference over
/// the deviation of the differences, Cohen 1988) over songs of the same seeds, counted only where the mean difference is noticeable.
/// </summary>
internal static class Separation
{
    public const double LeastEffect = 0.8;
    private const int Seeds = 8;

    /// <summary>The features of each value's songs, one song a seed.</summary>
    public static Dictionary<string, Dictionary<string, double>[]> Measure(
        IEnumerable<string> values,
        Func<string, SongBrief> brief
    )
    {
        var names = values.ToList();
        var songs = Room.ComposeAll(
            names.SelectMany(name => Enumerable.Range(0, Seeds).Select(seed => brief(name) with { Seed = 100 + seed }))
        );
        return names
            .Select((name, i) => (name, songs.Skip(i * Seeds).Take(Seeds).Select(Features.Of).ToArray()))
            .ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>The feature that separates two values best, and its effect size; infinite for a constant difference.</summary>
    public static (string Feature, double Effect, double Mean) Best(
        Dictionary<string, double>[] one,
        Dictionary<string, double>[] two
    ) =>
        one.Concat(two)
            .SelectMany(features => features.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(feature => Effect(feature, one, two))
            .MaxBy(found =>
                Math.Abs(found.Mean) >= Features.Least(found.Feature) ? 1 + found.Effect : Math.Tanh(found.Effect)
            );

    /// <summary>Sentences about the pairs that nothing separates.</summary>
    public static IEnumerable<string> Alike(Dictionary<string, Dictionary<string, double>[]> measured)
    {
        var names = measured.Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var (i, j) in names.SelectMany((_, i) => Enumerable.Range(0, i).Select(j => (i, j))))
        {
            var (feature, effect, mean) = Best(measured[names[i]], measured[names[j]]);
            if (effect < LeastEffect || Math.Abs(mean) < Features.Least(feature))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{names[j]}' and '{names[i]}' are alike; the best is {feature} with {mean:F2}, effect {effect:F2}"
                );
            }
        }
    }

    private static (string Feature, double Effect, double Mean) Effect(
        string feature,
        Dictionary<string, double>[] one,
        Dictionary<string, double>[] two
    )
    {
        var differences = one.Zip(two, (a, b) => a.GetValueOrDefault(feature) - b.GetValueOrDefault(feature)).ToList();
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1));
        var effect =
            deviation > 1e-9 ? Math.Abs(mean) / deviation
            : Math.Abs(mean) > 1e-9 ? double.PositiveInfinity
            : 0;
        return (feature, effect, mean);
    }
}

using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>Human songs in the proportions of other songs' tempi.</summary>
public static class TempoMixture
{
    private const double Dependent = 0.5;

    /// <summary>The distribution of a mixture of groups.</summary>
    /// <param name="groups">A measure's curve in every tempo group.</param>
    /// <param name="weights">Shares of the groups, together 1.</param>
    public static Distribution Of(IReadOnlyList<QuantileCurve> groups, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(weights);
        var mixed = groups.Zip(weights).Where(pair => pair.Second > 0).ToList();
        var mean = mixed.Sum(pair => pair.Second * pair.First.Mean);
        var variance = mixed.Sum(pair =>
            pair.Second * (pair.First.Deviation * pair.First.Deviation + Math.Pow(pair.First.Mean - mean, 2))
        );
        return Distribution.OfWeighted(
            mixed.Sum(pair => pair.First.Count),
            mean,
            Math.Sqrt(variance),
            mixed.SelectMany(pair => pair.First.Draws().Select(value => (value, pair.Second)))
        );
    }

    /// <summary>True when the groups' means differ by more than half the standard deviation of all songs.</summary>
    public static bool FollowsTempo(IReadOnlyCollection<QuantileCurve> groups, Distribution all)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(all);
        return groups.Max(group => group.Mean) - groups.Min(group => group.Mean) > Dependent * all.Deviation;
    }

    /// <summary>Distributions, mixed by these shares of tempo groups, of the measures that follow the tempo.</summary>
    public static ImmutableSortedDictionary<string, Distribution> Of(
        HumanReference human,
        IReadOnlyList<double> weights
    )
    {
        ArgumentNullException.ThrowIfNull(human);
        return human
            .Tempi.Where(pair => FollowsTempo(pair.Value, human.Measures[pair.Key]))
            .ToImmutableSortedDictionary(pair => pair.Key, pair => Of(pair.Value, weights), StringComparer.Ordinal);
    }
}

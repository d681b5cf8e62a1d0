using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// How close measured values lie to human ones: 100 at the human means, 0 when every measure lies three standard deviations away or
/// more. Each measure costs half the square of its distance in standard deviations (the exponent of a normal density), at most 4.5.
/// </summary>
public static class Closeness
{
    private const double Dearest = 4.5;
    private const double LeastDeviation = 1e-3;

    /// <summary>The mean over the named measures that were found; NaN when none was.</summary>
    public static double Of(
        ImmutableSortedDictionary<string, double> found,
        ImmutableSortedDictionary<string, Distribution> human,
        IEnumerable<(string Id, Side Side)> measures
    )
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(human);
        ArgumentNullException.ThrowIfNull(measures);
        var costs = new List<double>();
        foreach (var (id, side) in measures)
        {
            if (found.TryGetValue(id, out var value) && human.TryGetValue(id, out var spread))
            {
                costs.Add(Cost(value, spread, side));
            }
        }

        return costs.Count == 0 ? double.NaN : 100 * (1 - costs.Average() / Dearest);
    }

    private static double Cost(double value, Distribution human, Side side)
    {
        var distance = (value - human.Mean) / Math.Max(LeastDeviation, human.Deviation);
        var welcome = side == Side.AtLeast && distance > 0 || side == Side.AtMost && distance < 0;
        return welcome ? 0 : Math.Min(Dearest, distance * distance / 2);
    }
}

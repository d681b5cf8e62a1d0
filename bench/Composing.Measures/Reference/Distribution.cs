using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>How a measure spreads over songs: derived statistics only.</summary>
/// <param name="Count">Songs.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Population standard deviation.</param>
/// <param name="P5">Value below which 5 % lie.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">Value below which 95 % lie.</param>
/// <param name="Low">Lower edge of the histogram: the first percentile.</param>
/// <param name="High">Upper edge of the histogram: the 99th percentile.</param>
/// <param name="Shares">Shares of twelve equal bins; what lies outside counts to the nearest bin.</param>
public sealed record Distribution(
    int Count,
    double Mean,
    double Deviation,
    double P5,
    double P50,
    double P95,
    double Low,
    double High,
    ImmutableArray<double> Shares
)
{
    private const int Bins = 12;

    /// <summary>The distribution of at least one value.</summary>
    public static Distribution Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var low = Stat.Quantile(sorted, 0.01);
        var high = Stat.Quantile(sorted, 0.99);
        return new Distribution(
            sorted.Count,
            Round(sorted.Average()),
            Round(Stat.Deviation(sorted)),
            Round(Stat.Quantile(sorted, 0.05)),
            Round(Stat.Quantile(sorted, 0.5)),
            Round(Stat.Quantile(sorted, 0.95)),
            Round(low),
            Round(high),
            Histogram([.. sorted.Select(value => (value, 1.0))], Round(low), Round(high))
        );
    }

    /// <summary>The distribution of values that count unequally, its mean and deviation known better than by them.</summary>
    public static Distribution OfWeighted(
        int count,
        double mean,
        double deviation,
        IEnumerable<(double Value, double Weight)> values
    )
    {
        var sorted = values.OrderBy(pair => pair.Value).ToList();
        var total = sorted.Sum(pair => pair.Weight);
        var low = Quantile(sorted, 0.01 * total);
        var high = Quantile(sorted, 0.99 * total);
        return new Distribution(
            count,
            Round(mean),
            Round(deviation),
            Quantile(sorted, 0.05 * total),
            Quantile(sorted, 0.5 * total),
            Quantile(sorted, 0.95 * total),
            low,
            high,
            Histogram(sorted, low, high)
        );
    }

    /// <summary>Share of values between the fifth and the 95th percentile, edges included.</summary>
    public double Inside(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return (double)values.Count(value => value >= P5 - 1e-6 && value <= P95 + 1e-6) / values.Count;
    }

    /// <summary>Common area of the two histograms, 0 apart to 1 the same.</summary>
    public double Overlap(IEnumerable<double> values) =>
        Histogram([.. values.Select(value => (value, 1.0))], Low, High).Zip(Shares, Math.Min).Sum();

    private static ImmutableArray<double> Histogram(
        IReadOnlyCollection<(double Value, double Weight)> values,
        double low,
        double high
    )
    {
        var sums = new double[Bins];
        foreach (var (value, weight) in values)
        {
            var place = high > low ? (int)((value - low) / (high - low) * Bins) : 0;
            sums[Math.Clamp(place, 0, Bins - 1)] += weight;
        }

        return [.. sums.Select(sum => Round(sum / sums.Sum()))];
    }

    private static double Quantile(List<(double Value, double Weight)> sorted, double weight)
    {
        var below = 0.0;
        var at = 0;
        while (at < sorted.Count - 1 && below + sorted[at].Weight < weight)
        {
            below += sorted[at++].Weight;
        }

        return Round(sorted[at].Value);
    }

    private static double Round(double value) => Math.Round(value, 5);
}

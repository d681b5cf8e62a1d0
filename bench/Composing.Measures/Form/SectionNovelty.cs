using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Where music becomes another: a checkerboard kernel with a Gaussian taper runs along the diagonal of the bars' self-similarity (Foote
/// 2000), and what stands out of its curve is a boundary.
/// </summary>
public static class SectionNovelty
{
    private const double Prominent = 0.25;
    private const double Nothing = 1e-6;

    /// <summary>How much each bar differs from what was before it, 0 at both ends.</summary>
    /// <param name="bars">Features of each bar, equally many; scaled so that equal distances matter equally.</param>
    /// <param name="reach">Bars that the kernel sees to each side.</param>
    public static ImmutableArray<double> Of(IReadOnlyList<ImmutableArray<double>> bars, int reach)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var alike = Similarity(bars);
        return [.. Enumerable.Range(0, bars.Count).Select(At)];

        // A kernel cut short by the piece's end counts for less.
        double At(int bar)
        {
            var room = Math.Min(reach, Math.Min(bar, bars.Count - bar));
            return Checker(alike, bar, room) * room / reach;
        }
    }

    /// <summary>Bars whose novelty is the highest for some bars around and stands above the curve's mean by a quarter deviation.</summary>
    /// <param name="novelty">The curve.</param>
    /// <param name="apart">Fewest bars from one peak to the next.</param>
    public static ImmutableArray<int> Peaks(IReadOnlyList<double> novelty, int apart)
    {
        ArgumentNullException.ThrowIfNull(novelty);
        var least = Math.Max(Nothing, novelty.Average() + Prominent * Stat.Deviation([.. novelty]));
        var peaks = new List<int>();
        foreach (var bar in Enumerable.Range(0, novelty.Count).OrderByDescending(bar => novelty[bar]))
        {
            if (novelty[bar] > least && IsTop(novelty, bar) && peaks.TrueForAll(peak => Math.Abs(peak - bar) >= apart))
            {
                peaks.Add(bar);
            }
        }

        return [.. peaks.Order()];
    }

    private static bool IsTop(IReadOnlyList<double> novelty, int bar) =>
        (bar == 0 || novelty[bar - 1] <= novelty[bar])
        && (bar == novelty.Count - 1 || novelty[bar + 1] <= novelty[bar]);

    private static double[,] Similarity(IReadOnlyList<ImmutableArray<double>> bars)
    {
        var far = new double[bars.Count, bars.Count];
        var sum = 0.0;
        for (var i = 0; i < bars.Count; i++)
        {
            for (var j = 0; j < bars.Count; j++)
            {
                far[i, j] = bars[i].Zip(bars[j], (a, b) => (a - b) * (a - b)).Sum();
                sum += far[i, j];
            }
        }

        var usual = Math.Max(1e-12, sum / far.Length);
        for (var i = 0; i < bars.Count; i++)
        {
            for (var j = 0; j < bars.Count; j++)
            {
                far[i, j] = Math.Exp(-far[i, j] / usual);
            }
        }

        return far;
    }

    private static double Checker(double[,] alike, int bar, int reach)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = -reach; i < reach; i++)
        {
            for (var j = -reach; j < reach; j++)
            {
                var (x, y) = ((i + 0.5) / reach, (j + 0.5) / reach);
                var weight = Math.Exp(-(x * x + y * y));
                sum += (i < 0 == j < 0 ? weight : -weight) * alike[bar + i, bar + j];
                weights += weight;
            }
        }

        return weights > 0 ? sum / weights : 0;
    }
}

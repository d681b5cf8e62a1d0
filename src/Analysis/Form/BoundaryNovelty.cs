namespace Troubadour.Analysis;

/// <summary>
/// How much each bar line looks like the start of a section: timbre and loudness change there (J. Foote 2000), and what the bars repeat
/// changes there, read from the lag matrix (J. Serrà, M. Müller, P. Grosche and J. Arcos 2014, "Unsupervised music structure annotation by
/// time series structure features and segment similarity").
/// </summary>
internal static class BoundaryNovelty
{
    private const int Side = 4;

    /// <summary>One value for each bar, 0 for the first, of about unit spread.</summary>
    public static double[] Of(BarFeatures bars, BarLikeness likeness)
    {
        var timbre = Scaled(Timbre(bars));
        var repetition = Scaled(Repetition(likeness));
        var novelty = new double[bars.Count];
        for (var i = 1; i < novelty.Length; i++)
        {
            novelty[i] = 1.2 * timbre[i] + 0.6 * repetition[i];
        }

        return novelty;
    }

    // Near bars count more than far ones: a section's first bar is unlike the bar before it.
    private static double[] Timbre(BarFeatures bars)
    {
        var values = new double[bars.Count];
        var width = bars.Count == 0 ? 0 : bars.Timbre[0].Length;
        for (var i = 1; i < values.Length; i++)
        {
            for (var b = 0; b < width; b++)
            {
                var (difference, weights) = (0.0, 0.0);
                for (var k = 0; k < Side && i - 1 - k >= 0 && i + k < bars.Count; k++)
                {
                    var weight = 1.0 / (1 + 0.5 * k);
                    difference += weight * (bars.Timbre[i + k][b] - bars.Timbre[i - 1 - k][b]);
                    weights += weight;
                }

                values[i] += difference * difference / (weights * weights) / width;
            }

            values[i] = Math.Sqrt(values[i]);
        }

        return values;
    }

    private static double[] Repetition(BarLikeness likeness)
    {
        var count = likeness.Count;
        var values = new double[count];
        for (var i = 1; i < count; i++)
        {
            for (var lag = 1; lag < count; lag++)
            {
                var difference =
                    Mean(likeness, i, Math.Min(count, i + Side), lag) - Mean(likeness, Math.Max(0, i - Side), i, lag);
                values[i] += difference * difference;
            }

            values[i] = Math.Sqrt(values[i] / count);
        }

        return values;
    }

    // Lags go round, so that later bars are compared with earlier ones and earlier with later ones.
    private static double Mean(BarLikeness likeness, int from, int to, int lag)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
        {
            sum += likeness.Notes(i, (i + lag) % likeness.Count);
        }

        return sum / (to - from);
    }

    private static double[] Scaled(double[] values)
    {
        if (values.Length < 3)
        {
            return values;
        }

        var mean = values.Skip(1).Average();
        var spread = Math.Sqrt(values.Skip(1).Average(v => (v - mean) * (v - mean)));
        return Array.ConvertAll(values, v => spread <= 1e-9 ? 0 : (v - mean) / spread);
    }
}

namespace Troubadour.Analysis;

/// <summary>
/// Puts beats that are steady as far as can be heard on one straight line: machines keep their tempo, what is heard of it wavers by some
/// milliseconds.
/// </summary>
internal static class SteadyBeats
{
    private const double Away = 0.012;
    private const int Fewest = 16;

    /// <summary>The beats, those of long steady stretches evenly spaced.</summary>
    /// <param name="seconds">Rising.</param>
    /// <param name="end">The end of the sound, which no beat passes.</param>
    public static double[] Straighten(double[] seconds, double end)
    {
        var beats = (double[])seconds.Clone();
        for (var from = 0; beats.Length - from >= Fewest; )
        {
            var count = Longest(seconds, from);
            if (count < Fewest)
            {
                from++;
                continue;
            }

            var (start, step) = Line(seconds.AsSpan(from, count));
            for (var i = 0; i < count; i++)
            {
                beats[from + i] = Math.Clamp(start + step * i, 0, end);
            }

            from += count;
        }

        return beats;
    }

    // By doubling, then halving: what is steady is steady in its parts, nearly always.
    private static int Longest(double[] seconds, int from)
    {
        var most = seconds.Length - from;
        if (!IsSteady(seconds.AsSpan(from, Fewest)))
        {
            return 0;
        }

        var good = Fewest;
        while (good < most && IsSteady(seconds.AsSpan(from, Math.Min(most, 2 * good))))
        {
            good = Math.Min(most, 2 * good);
        }

        for (var bad = Math.Min(most + 1, 2 * good); bad - good > 1; )
        {
            var middle = (good + bad) / 2;
            (good, bad) = IsSteady(seconds.AsSpan(from, middle)) ? (middle, bad) : (good, middle);
        }

        return good;
    }

    private static bool IsSteady(ReadOnlySpan<double> seconds)
    {
        var (start, step) = Line(seconds);
        for (var i = 0; i < seconds.Length; i++)
        {
            if (Math.Abs(seconds[i] - start - step * i) > Away)
            {
                return false;
            }
        }

        return true;
    }

    // The least squares.
    private static (double Start, double Step) Line(ReadOnlySpan<double> seconds)
    {
        var middle = 0.5 * (seconds.Length - 1);
        var (mean, slope, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < seconds.Length; i++)
        {
            mean += seconds[i] / seconds.Length;
            slope += (i - middle) * seconds[i];
            weight += (i - middle) * (i - middle);
        }

        var step = slope / weight;
        return (mean - step * middle, step);
    }
}

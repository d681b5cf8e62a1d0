namespace Troubadour.Singing.Neural.Tests;

/// <summary>Fundamental frequency by normalised autocorrelation with a parabolic peak (Boersma 1993, without the path search).</summary>
internal static class PitchTracker
{
    private const int Half = 1024;

    /// <summary>Hz around a sample, or 0 where nothing repeats; looks a fifth to each side of what is expected.</summary>
    public static double At(ReadOnlySpan<float> samples, int centre, int rate, double expected)
    {
        if (centre < Half || centre + Half >= samples.Length)
        {
            return 0;
        }

        var window = samples.Slice(centre - Half, 2 * Half);
        var (best, at) = (0.5, 0);
        for (var lag = (int)(rate / (expected * 1.5)); lag <= (int)(rate / (expected / 1.5)); lag++)
        {
            var value = Correlation(window, lag);
            if (value > best)
            {
                (best, at) = (value, lag);
            }
        }

        if (at == 0)
        {
            return 0;
        }

        var (a, b, c) = (Correlation(window, at - 1), Correlation(window, at), Correlation(window, at + 1));
        return rate / (at + 0.5 * (a - c) / (a - 2 * b + c));
    }

    private static double Correlation(ReadOnlySpan<float> x, int lag)
    {
        var (product, left, right) = (0.0, 0.0, 0.0);
        for (var i = 0; i + lag < x.Length; i++)
        {
            product += x[i] * (double)x[i + lag];
            left += x[i] * (double)x[i];
            right += x[i + lag] * (double)x[i + lag];
        }

        return product / Math.Sqrt(left * right + 1e-20);
    }
}

namespace Troubadour.Singing.Measures;

/// <summary>
/// Finds clicks: a second difference far above the local median and above all others within a long pitch period. A voice's own pulses are
/// never alone, a click is.
/// </summary>
public static class ClickDetector
{
    private const double Neighbourhood = 0.015;
    private const double Own = 0.0012;
    private const double OverMedian = 12;
    private const double OverNeighbours = 2.2;
    private const double Least = 0.004;

    /// <summary>The indices of the samples that click.</summary>
    /// <param name="samples">Mono.</param>
    /// <param name="rate">In hertz.</param>
    public static IReadOnlyList<int> Find(ReadOnlySpan<float> samples, int rate)
    {
        var curve = new float[samples.Length];
        for (var i = 1; i + 1 < samples.Length; i++)
        {
            curve[i] = Math.Abs(samples[i - 1] - 2 * samples[i] + samples[i + 1]);
        }

        var (reach, own) = ((int)(Neighbourhood * rate), (int)(Own * rate));
        var found = new List<int>();
        for (var i = 1; i + 1 < curve.Length; i++)
        {
            if (curve[i] >= Least && IsPeak(curve, i, own) && IsAlone(curve, i, reach, own))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private static bool IsPeak(float[] curve, int at, int own)
    {
        for (var i = Math.Max(0, at - own); i < Math.Min(curve.Length, at + own + 1); i++)
        {
            if (curve[i] > curve[at] || (curve[i] == curve[at] && i < at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlone(float[] curve, int at, int reach, int own)
    {
        var around = new List<double>(2 * reach);
        for (var i = Math.Max(0, at - reach); i < Math.Min(curve.Length, at + reach + 1); i++)
        {
            if (Math.Abs(i - at) <= own)
            {
                continue;
            }

            if (curve[i] * OverNeighbours > curve[at])
            {
                return false;
            }

            around.Add(curve[i]);
        }

        return curve[at] > OverMedian * Median.Of(around);
    }
}

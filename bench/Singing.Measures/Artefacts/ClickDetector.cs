namespace Troubadour.Singing.Measures;

/// <summary>
/// Finds clicks: a sixth difference (a second difference, twice high-passed by the same) far above all others within a long pitch period. A
/// voice's own pulses are never alone and hold little near the Nyquist frequency; a click is alone and flat.
/// </summary>
public static class ClickDetector
{
    private const int Order = 6;
    private const double Neighbourhood = 0.015;
    private const double Own = 0.0012;
    private const float OverNeighbours = 3;
    private const float Least = 0.02f;

    /// <summary>The indices of the samples that click.</summary>
    /// <param name="samples">Mono, full scale ±1.</param>
    /// <param name="rate">In hertz.</param>
    public static IReadOnlyList<int> Find(ReadOnlySpan<float> samples, int rate)
    {
        var curve = Differences(samples);
        var (reach, own) = ((int)(Neighbourhood * rate), (int)(Own * rate));
        var found = new List<int>();
        for (var i = 0; i < curve.Length; i++)
        {
            if (
                curve[i] >= Least
                && Peak(curve, i - own, i - 1) < curve[i]
                && Peak(curve, i + 1, i + own) <= curve[i]
                && OverNeighbours * Peak(curve, i - reach, i - own - 1) < curve[i]
                && OverNeighbours * Peak(curve, i + own + 1, i + reach) < curve[i]
            )
            {
                found.Add(i);
            }
        }

        return found;
    }

    // The size of the difference around each sample.
    private static float[] Differences(ReadOnlySpan<float> samples)
    {
        var curve = samples.ToArray();
        for (var round = 0; round < Order; round++)
        {
            // Odd rounds look back and even ones ahead, so that the whole stays in place.
            if (round % 2 == 0)
            {
                for (var i = curve.Length - 1; i > 0; i--)
                {
                    curve[i] -= curve[i - 1];
                }
            }
            else
            {
                for (var i = 0; i + 1 < curve.Length; i++)
                {
                    curve[i] = curve[i + 1] - curve[i];
                }
            }
        }

        // The ends have no neighbours to differ from.
        for (var i = 0; i < curve.Length; i++)
        {
            curve[i] = i < Order || i >= curve.Length - Order ? 0 : Math.Abs(curve[i]);
        }

        return curve;
    }

    private static float Peak(float[] curve, int from, int to)
    {
        var peak = 0f;
        for (var i = Math.Max(0, from); i <= Math.Min(curve.Length - 1, to); i++)
        {
            peak = Math.Max(peak, curve[i]);
        }

        return peak;
    }
}

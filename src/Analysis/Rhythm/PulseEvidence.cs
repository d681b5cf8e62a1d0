namespace Troubadour.Analysis;

/// <summary>
/// What speaks for a beat at a moment: onsets over their surroundings, bass drum, snare, a change of harmony; each from 0 to 1 at the rate of
/// <see cref="OnsetCurves"/>.
/// </summary>
internal sealed class PulseEvidence
{
    private const double Peak = 0.5;
    private const int Around = 2 * OnsetCurves.Rate;
    private readonly double[] _sums;

    public PulseEvidence(OnsetCurves curves, float[] change)
    {
        Onset = Relative(curves.Full, 4);
        Low = Relative(curves.Low, 5);
        High = Relative(curves.High, 5);
        Change = Sharpen(change);
        _sums = new double[Count + 1];
        for (var i = 0; i < Count; i++)
        {
            _sums[i + 1] = _sums[i] + Onset[i];
        }
    }

    /// <summary>Frames.</summary>
    public int Count => Onset.Length;

    /// <summary>Onsets of anything.</summary>
    public float[] Onset { get; }

    /// <summary>Onsets of the bass drum and of bass notes.</summary>
    public float[] Low { get; }

    /// <summary>Onsets of snares and cymbals.</summary>
    public float[] High { get; }

    /// <summary>Changes of harmony.</summary>
    public float[] Change { get; }

    /// <summary>The mean of <see cref="Onset"/> from one frame to another.</summary>
    public double Mean(int from, int to)
    {
        (from, to) = (Math.Clamp(from, 0, Count), Math.Clamp(to, 0, Count));
        return to <= from ? 0 : (_sums[to] - _sums[from]) / (to - from);
    }

    /// <summary>The value at a frame; 0 outside.</summary>
    public static double At(float[] values, int frame) => (uint)frame < (uint)values.Length ? values[frame] : 0;

    /// <summary>The mean of pairs of values at a lag, less the square of the mean.</summary>
    public double[] Autocorrelation(int longest)
    {
        var mean = Mean(0, Count);
        var correlation = new double[Math.Min(longest, Count / 2) + 1];
        for (var lag = 0; lag < correlation.Length; lag++)
        {
            var sum = 0.0;
            for (var i = lag; i < Count; i++)
            {
                sum += (Onset[i] - mean) * (Onset[i - lag] - mean);
            }

            correlation[lag] = sum / Math.Max(1, Count - lag);
        }

        return correlation;
    }

    // Over the mean of four seconds around; the largest of three frames, so that a beat may be a hundredth off.
    private static float[] Relative(float[] flux, float most)
    {
        var sums = new double[flux.Length + 1];
        for (var i = 0; i < flux.Length; i++)
        {
            sums[i + 1] = sums[i] + flux[i];
        }

        var floor = flux.Length == 0 ? 0 : 0.2 * sums[^1] / flux.Length + 1e-6;
        var relative = new float[flux.Length];
        for (var i = 0; i < flux.Length; i++)
        {
            var (low, high) = (Math.Max(0, i - Around), Math.Min(flux.Length, i + Around + 1));
            var top = 0f;
            foreach (var value in flux.AsSpan(low, high - low))
            {
                top = Math.Max(top, value);
            }

            // Where onsets are few, the mean is near nothing, and the largest has to be the measure.
            var usual = Math.Max(most * ((sums[high] - sums[low]) / (high - low) + floor), Peak * top);
            relative[i] = (float)Math.Min(1, flux[i] / usual);
        }

        var wide = new float[flux.Length];
        for (var i = 0; i < flux.Length; i++)
        {
            var side = Math.Max(relative[Math.Max(0, i - 1)], relative[Math.Min(flux.Length - 1, i + 1)]);
            wide[i] = Math.Max(relative[i], 0.85f * side);
        }

        return wide;
    }

    // A change is a peak: what is the largest within a third of a second keeps its value, slopes beside it fall away.
    private static float[] Sharpen(float[] change)
    {
        const int Reach = OnsetCurves.Rate / 3;
        var sharp = new float[change.Length];
        for (var i = 0; i < change.Length; i++)
        {
            var most = 1e-6f;
            for (var k = Math.Max(0, i - Reach); k < Math.Min(change.Length, i + Reach + 1); k++)
            {
                most = Math.Max(most, change[k]);
            }

            var share = change[i] / most;
            sharp[i] = (float)Math.Min(1, 2 * most) * share * share * share * share;
        }

        return sharp;
    }
}

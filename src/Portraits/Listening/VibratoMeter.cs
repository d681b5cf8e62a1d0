using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>Looks for vibrato in windows of .6 s of held pitch: the strongest swing of 4 to 8 Hz around a straight line.</summary>
internal static class VibratoMeter
{
    private const int Window = 60;
    private const int Hop = 10;
    private const double WidestSwing = 1.5;
    private const double SteepestSlope = 1.5;
    private const double Slowest = 4;
    private const double Fastest = 8;
    private const double RateStep = 0.1;
    private const double SurelySwings = 8;
    private const int EnoughWindows = 12;

    /// <summary>The rate in Hz and the depth in cents, with their confidences.</summary>
    public static (Measure Rate, Measure Depth) Listen(double[] keys)
    {
        var swings = new List<(double Rate, double Depth)>();
        for (var at = 0; at + Window <= keys.Length; at += Hop)
        {
            if (Held(keys.AsSpan(at, Window)) is { } held)
            {
                swings.Add(Swing(held));
            }
        }

        if (swings.Count == 0)
        {
            return (new Measure(0, 0), new Measure(0, 0));
        }

        swings.Sort((one, other) => one.Depth.CompareTo(other.Depth));
        var sure = Math.Min(1, swings.Count / (double)EnoughWindows);
        var depth = swings[Math.Min(swings.Count - 1, swings.Count * 7 / 10)].Depth;
        var deep = swings.GetRange(swings.Count / 2, swings.Count - swings.Count / 2);
        var weight = deep.Sum(swing => swing.Depth) + 1e-9;
        var rate = deep.Sum(swing => swing.Rate * swing.Depth) / weight;
        return (new Measure(rate, sure * Math.Min(1, depth / SurelySwings)), new Measure(depth, sure));
    }

    // The window less its straight line, in cents; null if it is no held note.
    private static double[]? Held(ReadOnlySpan<double> keys)
    {
        var (mean, slope) = (0.0, 0.0);
        foreach (var key in keys)
        {
            if (key <= 0)
            {
                return null;
            }

            mean += key / Window;
        }

        const double Centre = (Window - 1) / 2.0;
        const double Square = Window * (Window * Window - 1.0) / 12;
        for (var i = 0; i < Window; i++)
        {
            slope += (i - Centre) * keys[i] / Square;
        }

        var rest = new double[Window];
        for (var i = 0; i < Window; i++)
        {
            var off = keys[i] - mean - slope * (i - Centre);
            if (Math.Abs(off) > WidestSwing / 2 || Math.Abs(slope) * VoicedSound.FramesPerSecond > SteepestSlope)
            {
                return null;
            }

            rest[i] = 100 * off;
        }

        return rest;
    }

    private static (double Rate, double Depth) Swing(double[] cents)
    {
        var best = (Rate: Slowest, Depth: 0.0);
        for (var rate = Slowest; rate <= Fastest; rate += RateStep)
        {
            double real = 0,
                imaginary = 0,
                sum = 0;
            for (var i = 0; i < Window; i++)
            {
                var weight = 0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / Window);
                var angle = 2 * Math.PI * rate * i / VoicedSound.FramesPerSecond;
                real += weight * cents[i] * DeterministicMath.Cos(angle);
                imaginary += weight * cents[i] * DeterministicMath.Sin(angle);
                sum += weight;
            }

            var depth = 2 * Math.Sqrt(real * real + imaginary * imaginary) / sum;
            best = depth > best.Depth ? (rate, depth) : best;
        }

        return best;
    }
}

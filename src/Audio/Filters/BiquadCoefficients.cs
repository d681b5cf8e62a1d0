namespace Troubadour.Audio;

/// <summary>
/// A second-order filter (B0 + B1 z⁻¹ + B2 z⁻²) / (1 + A1 z⁻¹ + A2 z⁻²). Factories after R. Bristow-Johnson, "Cookbook formulae for audio
/// equalizer biquad filter coefficients". Frequencies are hertz, held inside (0, 0.49 rate); gains are decibels.
/// </summary>
public readonly record struct BiquadCoefficients(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>Q of a second-order Butterworth filter.</summary>
    public const double Butterworth = 0.70710678118654752440;

    /// <summary>Passes everything unchanged.</summary>
    public static BiquadCoefficients Identity => new(1, 0, 0, 0, 0);

    /// <summary>Low-pass, 12 dB an octave.</summary>
    public static BiquadCoefficients LowPass(double frequency, double q, int rate)
    {
        var (cos, alpha) = Prepare(frequency, q, rate);
        return Normalise((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>High-pass, 12 dB an octave.</summary>
    public static BiquadCoefficients HighPass(double frequency, double q, int rate)
    {
        var (cos, alpha) = Prepare(frequency, q, rate);
        return Normalise((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>Band-pass with 0 dB at its centre.</summary>
    public static BiquadCoefficients BandPass(double frequency, double q, int rate)
    {
        var (cos, alpha) = Prepare(frequency, q, rate);
        return Normalise(alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>Peak or dip of <paramref name="gainDb"/> at the centre.</summary>
    public static BiquadCoefficients Peak(double frequency, double q, double gainDb, int rate)
    {
        var (cos, alpha) = Prepare(frequency, q, rate);
        var a = DeterministicMath.FromDecibels(gainDb / 2);
        return Normalise(1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a);
    }

    /// <summary>Shelf below the frequency; half of the gain in decibels is reached at it.</summary>
    public static BiquadCoefficients LowShelf(double frequency, double q, double gainDb, int rate)
    {
        var (cos, alpha) = Prepare(frequency, q, rate);
        var a = DeterministicMath.FromDecibels(gainDb / 2);
        var s = 2 * Math.Sqrt(a) * alpha;
        return Normalise(
            a * (a + 1 - (a - 1) * cos + s),
            2 * a * (a - 1 - (a + 1) * cos),
            a * (a + 1 - (a - 1) * cos - s),
            a + 1 + (a - 1) * cos + s,
            -2 * (a - 1 + (a + 1) * cos),
            a + 1 + (a - 1) * cos - s
        );
    }

    /// <summary>Shelf above the frequency; half of the gain in decibels is reached at it.</summary>
    public static BiquadCoefficients HighShelf(double frequency, double q, double gainDb, int rate)
    {
        var (cos, alpha) = Prepare(frequency, q, rate);
        var a = DeterministicMath.FromDecibels(gainDb / 2);
        var s = 2 * Math.Sqrt(a) * alpha;
        return Normalise(
            a * (a + 1 + (a - 1) * cos + s),
            -2 * a * (a - 1 + (a + 1) * cos),
            a * (a + 1 + (a - 1) * cos - s),
            a + 1 - (a - 1) * cos + s,
            2 * (a - 1 - (a + 1) * cos),
            a + 1 - (a - 1) * cos - s
        );
    }

    /// <summary>The gain (a ratio of amplitudes) at a frequency in hertz.</summary>
    public double Magnitude(double frequency, int rate)
    {
        var w = 2 * Math.PI * frequency / rate;
        var (c1, s1) = (DeterministicMath.Cos(w), DeterministicMath.Sin(w));
        var (c2, s2) = (DeterministicMath.Cos(2 * w), DeterministicMath.Sin(2 * w));
        var (nr, ni) = (B0 + B1 * c1 + B2 * c2, B1 * s1 + B2 * s2);
        var (dr, di) = (1 + A1 * c1 + A2 * c2, A1 * s1 + A2 * s2);
        return Math.Sqrt((nr * nr + ni * ni) / (dr * dr + di * di));
    }

    private static (double Cos, double Alpha) Prepare(double frequency, double q, int rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(q);
        var w = 2 * Math.PI * Math.Clamp(frequency / rate, 1e-6, 0.49);
        return (DeterministicMath.Cos(w), DeterministicMath.Sin(w) / (2 * q));
    }

    private static BiquadCoefficients Normalise(double b0, double b1, double b2, double a0, double a1, double a2) =>
        new(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
}

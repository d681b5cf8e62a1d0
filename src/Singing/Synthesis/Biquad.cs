using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>The coefficients of a second-order section (after Bristow-Johnson's cookbook), the first of the denominator being 1.</summary>
internal sealed class Biquad
{
    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) =>
        (B0, B1, B2, A1, A2) = (b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);

    /// <summary>A section that changes nothing.</summary>
    public static Biquad Through { get; } = new(1, 0, 0, 1, 0, 0);

    public double B0 { get; }

    public double B1 { get; }

    public double B2 { get; }

    public double A1 { get; }

    public double A2 { get; }

    /// <summary>A high-pass of second order.</summary>
    public static Biquad HighPass(double hertz, double q, double rate)
    {
        var w = 2 * Math.PI * hertz / rate;
        var (cosine, alpha) = (DeterministicMath.Cos(w), DeterministicMath.Sin(w) / (2 * q));
        return new((1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }

    /// <summary>A high shelf.</summary>
    public static Biquad HighShelf(double hertz, double q, double decibels, double rate)
    {
        var w = 2 * Math.PI * hertz / rate;
        var a = DeterministicMath.FromDecibels(decibels / 2);
        var cosine = DeterministicMath.Cos(w);
        var root = 2 * Math.Sqrt(a) * DeterministicMath.Sin(w) / (2 * q);
        return new(
            a * (a + 1 + (a - 1) * cosine + root),
            -2 * a * (a - 1 + (a + 1) * cosine),
            a * (a + 1 + (a - 1) * cosine - root),
            a + 1 - (a - 1) * cosine + root,
            2 * (a - 1 - (a + 1) * cosine),
            a + 1 - (a - 1) * cosine - root
        );
    }
}

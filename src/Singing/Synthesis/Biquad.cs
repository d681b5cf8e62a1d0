using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>A second-order section in transposed direct form II (coefficients after Bristow-Johnson's cookbook).</summary>
internal sealed class Biquad
{
    private readonly double _b0;
    private readonly double _b1;
    private readonly double _b2;
    private readonly double _a1;
    private readonly double _a2;
    private double _s1;
    private double _s2;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) =>
        (_b0, _b1, _b2, _a1, _a2) = (b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);

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

    /// <summary>One sample.</summary>
    public double Next(double x)
    {
        var y = _b0 * x + _s1;
        _s1 = _b1 * x - _a1 * y + _s2;
        _s2 = _b2 * x - _a2 * y;
        return y;
    }
}

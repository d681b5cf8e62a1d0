namespace Troubadour.Audio;

/// <summary>
/// Transcendental functions in plain double arithmetic, so that every x86-64 gives the same bits (the C library's versions pick their
/// code by processor). Range reduction after Cody and Waite 1980, then Taylor series long enough for about 1 ulp.
/// </summary>
public static class DeterministicMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double PiHalfHigh = 1.57079632673412561417e+00;
    private const double PiHalfMiddle = 6.07710050630396597660e-11;
    private const double PiHalfLow = 2.02226624879595063154e-21;

    /// <summary>e to the x; 0 below -708, infinity above 709.78.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.78)
        {
            return double.PositiveInfinity;
        }

        if (x < -708)
        {
            return 0;
        }

        var n = Math.Round(x * 1.44269504088896338700);
        var r = x - n * Ln2High - n * Ln2Low;
        var p = 1.0 / 6227020800;
        p = p * r + 1.0 / 479001600;
        p = p * r + 1.0 / 39916800;
        p = p * r + 1.0 / 3628800;
        p = p * r + 1.0 / 362880;
        p = p * r + 1.0 / 40320;
        p = p * r + 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        p = p * r + 1;
        p = p * r + 1;
        var k = (int)n;
        return k > 1023
            ? p * 2 * BitConverter.Int64BitsToDouble((long)(k - 1 + 1023) << 52)
            : p * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }

    /// <summary>The natural logarithm; -infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
        {
            return double.NaN;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var shift = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            shift = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var e = (int)((bits >> 52) & 0x7FF) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > 1.41421356237309515)
        {
            m *= 0.5;
            e++;
        }

        var s = (m - 1) / (m + 1);
        var s2 = s * s;
        var p = 1.0 / 23;
        for (var k = 21; k >= 3; k -= 2)
        {
            p = p * s2 + 1.0 / k;
        }

        var n = e + shift;
        return n * Ln2High + (2 * s + (2 * s * s2 * p + n * Ln2Low));
    }

    /// <summary>The logarithm to base 2.</summary>
    public static double Log2(double x) => Log(x) * 1.44269504088896338700;

    /// <summary>The logarithm to base 10.</summary>
    public static double Log10(double x) => Log(x) * 0.434294481903251827651;

    /// <summary>2 to the x.</summary>
    public static double Exp2(double x)
    {
        if (!(Math.Abs(x) <= 1020))
        {
            return Exp(x * 0.693147180559945309417);
        }

        var n = Math.Round(x);
        return Exp((x - n) * 0.693147180559945309417) * BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
    }

    /// <summary>x to the y for x of 0 or more.</summary>
    public static double Pow(double x, double y) => x == 0 ? (y == 0 ? 1 : 0) : Exp(y * Log(x));

    /// <summary>Sine of radians, for |x| up to about 1e6.</summary>
    public static double Sin(double x)
    {
        var r = Reduce(x, out var quadrant);
        return (quadrant & 3) switch
        {
            0 => SinKernel(r),
            1 => CosKernel(r),
            2 => -SinKernel(r),
            _ => -CosKernel(r),
        };
    }

    /// <summary>Cosine of radians, for |x| up to about 1e6.</summary>
    public static double Cos(double x)
    {
        var r = Reduce(x, out var quadrant);
        return (quadrant & 3) switch
        {
            0 => CosKernel(r),
            1 => -SinKernel(r),
            2 => -CosKernel(r),
            _ => SinKernel(r),
        };
    }

    /// <summary>Tangent of radians.</summary>
    public static double Tan(double x) => Sin(x) / Cos(x);

    /// <summary>Hyperbolic tangent.</summary>
    public static double Tanh(double x)
    {
        if (x > 20)
        {
            return 1;
        }

        if (x < -20)
        {
            return -1;
        }

        if (Math.Abs(x) < 0.6)
        {
            // The continued fraction of Gauss, where the quotient below would cancel.
            var x2 = x * x;
            var denominator = 21.0;
            for (var k = 19; k >= 1; k -= 2)
            {
                denominator = k + x2 / denominator;
            }

            return x / denominator;
        }

        var e = Exp(2 * x);
        return (e - 1) / (e + 1);
    }

    /// <summary>Arc tangent in radians.</summary>
    public static double Atan(double x)
    {
        if (Math.Abs(x) > 1)
        {
            return (x > 0 ? 1 : -1) * 1.57079632679489661923 - Atan(1 / x);
        }

        var y = x / (1 + Math.Sqrt(1 + x * x));
        y /= 1 + Math.Sqrt(1 + y * y);
        var y2 = y * y;
        var p = 1.0 / 25;
        for (var k = 23; k >= 1; k -= 2)
        {
            p = 1.0 / k - p * y2;
        }

        return 4 * y * p;
    }

    /// <summary>A ratio of amplitudes from decibels.</summary>
    public static double FromDecibels(double decibels) => Exp(decibels * 0.115129254649702284201);

    /// <summary>Decibels of a ratio of amplitudes; -infinity at 0.</summary>
    public static double ToDecibels(double ratio) => Log(ratio) * 8.68588963806503655302;

    private static double Reduce(double x, out long quadrant)
    {
        var n = Math.Round(x * 0.636619772367581343076);
        quadrant = (long)n;
        return x - n * PiHalfHigh - n * PiHalfMiddle - n * PiHalfLow;
    }

    private static double SinKernel(double r)
    {
        var r2 = r * r;
        var p = 1.0 / 355687428096000;
        p = p * r2 - 1.0 / 1307674368000;
        p = p * r2 + 1.0 / 6227020800;
        p = p * r2 - 1.0 / 39916800;
        p = p * r2 + 1.0 / 362880;
        p = p * r2 - 1.0 / 5040;
        p = p * r2 + 1.0 / 120;
        p = p * r2 - 1.0 / 6;
        return r + r * r2 * p;
    }

    private static double CosKernel(double r)
    {
        var r2 = r * r;
        var p = 1.0 / 20922789888000;
        p = -p * r2 + 1.0 / 87178291200;
        p = -p * r2 + 1.0 / 479001600;
        p = -p * r2 + 1.0 / 3628800;
        p = -p * r2 + 1.0 / 40320;
        p = -p * r2 + 1.0 / 720;
        p = -p * r2 + 1.0 / 24;
        p = -p * r2 + 0.5;
        return 1 - r2 * p;
    }
}

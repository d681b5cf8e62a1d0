using System.Runtime.Intrinsics;

namespace Troubadour.Singing;

/// <summary>
/// Exponential and sine with cosine over spans, eight at a time, in single precision (polynomials after Cody and Waite 1980; relative
/// error below 1e-6). The vectors have a fixed width and no fused operations, so every processor gives the same bits.
/// </summary>
internal static class FrameMath
{
    /// <summary>The lengths of all spans are multiples of this.</summary>
    public const int Width = 8;

    /// <summary>Replaces polar logarithms by complex numbers: real = e^a cos b, imaginary = e^a sin b.</summary>
    /// <param name="real">In: log magnitude, clamped to ±80; out: real part.</param>
    /// <param name="imaginary">In: phase in radians, within about ±1000; out: imaginary part.</param>
    public static void FromPolar(Span<float> real, Span<float> imaginary)
    {
        for (var i = 0; i < real.Length; i += Width)
        {
            var magnitude = Exp(Vector256.Create<float>(real.Slice(i, Width)));
            var (sine, cosine) = SinCos(Vector256.Create<float>(imaginary.Slice(i, Width)));
            (magnitude * cosine).CopyTo(real[i..]);
            (magnitude * sine).CopyTo(imaginary[i..]);
        }
    }

    /// <summary>sum[i] += factor * terms[i].</summary>
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> terms, float factor)
    {
        var f = Vector256.Create(factor);
        for (var i = 0; i < sum.Length; i += Width)
        {
            (Vector256.Create<float>(sum.Slice(i, Width)) + f * Vector256.Create(terms.Slice(i, Width))).CopyTo(
                sum[i..]
            );
        }
    }

    /// <summary>products[i] = a[i] * b[i]; a and b have the same length, and products at least that.</summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> products)
    {
        var i = 0;
        for (; i + Width <= a.Length; i += Width)
        {
            (Vector256.Create(a.Slice(i, Width)) * Vector256.Create(b.Slice(i, Width))).CopyTo(products[i..]);
        }

        for (; i < a.Length; i++)
        {
            products[i] = a[i] * b[i];
        }
    }

    /// <summary>A rational hyperbolic tangent of each sample times the gain: slope 1 at 0, bounded by 1.</summary>
    public static void Saturate(Span<float> samples, float gain)
    {
        var i = 0;
        for (; i + Width <= samples.Length; i += Width)
        {
            var x = Vector256.Create<float>(samples.Slice(i, Width)) * gain;
            x = Vector256.Min(Vector256.Max(x, Vector256.Create(-3f)), Vector256.Create(3f));
            var square = x * x;
            (x * (square + Vector256.Create(27f)) / (square * 9 + Vector256.Create(27f))).CopyTo(samples[i..]);
        }

        for (; i < samples.Length; i++)
        {
            var x = Math.Min(Math.Max(samples[i] * gain, -3), 3);
            samples[i] = x * (x * x + 27) / (x * x * 9 + 27);
        }
    }

    /// <summary>The largest distance of two samples that follow each other; 0 for fewer than two.</summary>
    public static float LargestStep(ReadOnlySpan<float> samples)
    {
        var largest = Vector256<float>.Zero;
        var i = 1;
        for (; i + Width <= samples.Length; i += Width)
        {
            var step = Vector256.Create(samples.Slice(i, Width)) - Vector256.Create(samples.Slice(i - 1, Width));
            largest = Vector256.Max(largest, Vector256.Abs(step));
        }

        var most = 0f;
        for (var lane = 0; lane < Width; lane++)
        {
            most = Math.Max(most, largest.GetElement(lane));
        }

        for (; i < samples.Length; i++)
        {
            most = Math.Max(most, Math.Abs(samples[i] - samples[i - 1]));
        }

        return most;
    }

    private static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-80f)), Vector256.Create(80f));
        var n = Vector256.Floor(x * 1.44269504f + Vector256.Create(0.5f));
        var r = x - n * 0.693359375f + n * 2.12194440e-4f;
        var p = Vector256.Create(1.9875691500e-4f);
        p = p * r + Vector256.Create(1.3981999507e-3f);
        p = p * r + Vector256.Create(8.3334519073e-3f);
        p = p * r + Vector256.Create(4.1665795894e-2f);
        p = p * r + Vector256.Create(1.6666665459e-1f);
        p = p * r + Vector256.Create(5.0000001201e-1f);
        p = p * r * r + r + Vector256<float>.One;
        var scale = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23);
        return p * scale.AsSingle();
    }

    private static (Vector256<float> Sine, Vector256<float> Cosine) SinCos(Vector256<float> x)
    {
        var n = Vector256.Floor(x * 0.636619772f + Vector256.Create(0.5f));
        var r = x - n * 1.5703125f - n * 4.837512969970703e-4f - n * 7.549789948768648e-8f;
        var r2 = r * r;
        var s = Vector256.Create(-1.9515295891e-4f);
        s = s * r2 + Vector256.Create(8.3321608736e-3f);
        s = s * r2 + Vector256.Create(-1.6666654611e-1f);
        s = s * r2 * r + r;
        var c = Vector256.Create(2.443315711809948e-5f);
        c = c * r2 + Vector256.Create(-1.388731625493765e-3f);
        c = c * r2 + Vector256.Create(4.166664568298827e-2f);
        c = c * r2 * r2 - r2 * 0.5f + Vector256<float>.One;
        var quadrant = Vector256.ConvertToInt32(n);
        var swap = Vector256.Equals(quadrant & Vector256<int>.One, Vector256<int>.One).AsSingle();
        var sine = Vector256.ConditionalSelect(swap, c, s);
        var cosine = Vector256.ConditionalSelect(swap, s, c);
        var sineSign = Vector256.ShiftLeft(quadrant & Vector256.Create(2), 30);
        var cosineSign = Vector256.ShiftLeft((quadrant + Vector256<int>.One) & Vector256.Create(2), 30);
        return ((sine.AsInt32() ^ sineSign).AsSingle(), (cosine.AsInt32() ^ cosineSign).AsSingle());
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Mixing;

/// <summary>The flat loops of a mix, eight frames at a time; every lane computes what the scalar loop would.</summary>
internal static class Kernels
{
    /// <summary>Frames between two points of every slow gain.</summary>
    public const int Control = 16;

    private static readonly Vector256<float> s_firstSteps = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) / 16f;
    private static readonly Vector256<float> s_lastSteps = Vector256.Create(9f, 10, 11, 12, 13, 14, 15, 16) / 16f;

    public static void Add(Span<float> target, ReadOnlySpan<float> source)
    {
        var i = 0;
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var s = ref MemoryMarshal.GetReference(source[..target.Length]);
        for (; i + 8 <= target.Length; i += 8)
        {
            var sum = Vector256.LoadUnsafe(ref t, (nuint)i) + Vector256.LoadUnsafe(ref s, (nuint)i);
            sum.StoreUnsafe(ref t, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }

    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float gain)
    {
        var i = 0;
        var g = Vector256.Create(gain);
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var s = ref MemoryMarshal.GetReference(source[..target.Length]);
        for (; i + 8 <= target.Length; i += 8)
        {
            var sum = Vector256.LoadUnsafe(ref t, (nuint)i) + Vector256.LoadUnsafe(ref s, (nuint)i) * g;
            sum.StoreUnsafe(ref t, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i] * gain;
        }
    }

    public static void Scale(Span<float> samples, float gain)
    {
        var i = 0;
        var g = Vector256.Create(gain);
        ref var s = ref MemoryMarshal.GetReference(samples);
        for (; i + 8 <= samples.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref s, (nuint)i) * g).StoreUnsafe(ref s, (nuint)i);
        }

        for (; i < samples.Length; i++)
        {
            samples[i] *= gain;
        }
    }

    /// <summary>
    /// Multiplies by a gain that goes in straight lines from <paramref name="before"/> to each of <paramref name="gains"/>, one every 16
    /// frames.
    /// </summary>
    public static void ApplyGains(Span<float> samples, float before, ReadOnlySpan<float> gains)
    {
        var from = before;
        for (var start = 0; start < samples.Length; start += Control)
        {
            var to = gains[start / Control];
            Ramp(samples.Slice(start, Math.Min(Control, samples.Length - start)), from, to);
            from = to;
        }
    }

    /// <summary>The target becomes the source less what the target was.</summary>
    public static void Difference(Span<float> target, ReadOnlySpan<float> source)
    {
        var i = 0;
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var s = ref MemoryMarshal.GetReference(source[..target.Length]);
        for (; i + 8 <= target.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref s, (nuint)i) - Vector256.LoadUnsafe(ref t, (nuint)i)).StoreUnsafe(
                ref t,
                (nuint)i
            );
        }

        for (; i < target.Length; i++)
        {
            target[i] = source[i] - target[i];
        }
    }

    /// <summary>
    /// Takes away of <paramref name="part"/> what gains as of <see cref="ApplyGains"/> would not leave of it; where the gain stays at 1, nothing is
    /// touched.
    /// </summary>
    public static void Subtract(Span<float> samples, Span<float> part, float before, ReadOnlySpan<float> gains)
    {
        var from = before;
        for (var start = 0; start < samples.Length; start += Control)
        {
            var to = gains[start / Control];
            if (from != 1 || to != 1)
            {
                var count = Math.Min(Control, samples.Length - start);
                Ramp(part.Slice(start, count), from - 1, to - 1);
                Add(samples.Slice(start, count), part.Slice(start, count));
            }

            from = to;
        }
    }

    /// <summary>The largest magnitude in two spans of equal length.</summary>
    public static float Peak(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var i = 0;
        var peaks = Vector256<float>.Zero;
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right[..left.Length]);
        for (; i + 8 <= left.Length; i += 8)
        {
            var a = Vector256.Abs(Vector256.LoadUnsafe(ref l, (nuint)i));
            var b = Vector256.Abs(Vector256.LoadUnsafe(ref r, (nuint)i));
            peaks = Vector256.Max(peaks, Vector256.Max(a, b));
        }

        var half = Vector128.Max(peaks.GetLower(), peaks.GetUpper());
        var peak = Math.Max(
            Math.Max(half.GetElement(0), half.GetElement(1)),
            Math.Max(half.GetElement(2), half.GetElement(3))
        );
        for (; i < left.Length; i++)
        {
            peak = Math.Max(peak, Math.Max(Math.Abs(left[i]), Math.Abs(right[i])));
        }

        return peak;
    }

    /// <summary>Left becomes a left + b right, right becomes c left + d right.</summary>
    public static void Matrix(Span<float> left, Span<float> right, float a, float b, float c, float d)
    {
        var i = 0;
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right[..left.Length]);
        for (; i + 8 <= left.Length; i += 8)
        {
            var x = Vector256.LoadUnsafe(ref l, (nuint)i);
            var y = Vector256.LoadUnsafe(ref r, (nuint)i);
            (x * Vector256.Create(a) + y * Vector256.Create(b)).StoreUnsafe(ref l, (nuint)i);
            (x * Vector256.Create(c) + y * Vector256.Create(d)).StoreUnsafe(ref r, (nuint)i);
        }

        for (; i < left.Length; i++)
        {
            (left[i], right[i]) = (left[i] * a + right[i] * b, left[i] * c + right[i] * d);
        }
    }

    private static void Ramp(Span<float> samples, float from, float to)
    {
        if (samples.Length < Control)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] *= from + (to - from) * ((i + 1) / 16f);
            }

            return;
        }

        ref var s = ref MemoryMarshal.GetReference(samples);
        var start = Vector256.Create(from);
        var step = Vector256.Create(to - from);
        (Vector256.LoadUnsafe(ref s) * (start + step * s_firstSteps)).StoreUnsafe(ref s);
        (Vector256.LoadUnsafe(ref s, 8) * (start + step * s_lastSteps)).StoreUnsafe(ref s, 8);
    }
}

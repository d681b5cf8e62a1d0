using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// In-place complex fast Fourier transform of a power-of-two length (Cooley and Tukey 1965, radix 2, decimation in time), with tables
/// made once. Holds no state between calls, so one instance may serve many threads.
/// </summary>
public sealed class Fft
{
    private const int Width = FftStages.Width;

    private readonly int[] _swaps;
    private readonly float[] _cos;
    private readonly float[] _sin;

    /// <summary>Makes the tables.</summary>
    /// <param name="length">A power of two, 2 or more.</param>
    public Fft(int length)
    {
        if (length < 2 || (length & (length - 1)) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length must be a power of two.");
        }

        Length = length;
        _swaps = Swaps(length);

        // Stage by stage, so that the inner loop reads the tables in order.
        _cos = new float[length];
        _sin = new float[length];
        for (var half = 1; half < length; half <<= 1)
        {
            for (var k = 0; k < half; k++)
            {
                var angle = -Math.PI * k / half;
                _cos[half + k] = (float)DeterministicMath.Cos(angle);
                _sin[half + k] = (float)DeterministicMath.Sin(angle);
            }
        }
    }

    /// <summary>The number of complex points.</summary>
    public int Length { get; }

    /// <summary>Forward transform, unscaled.</summary>
    public void Forward(Span<float> real, Span<float> imaginary)
    {
        Check(real, imaginary);
        for (var s = 0; s < _swaps.Length; s += 2)
        {
            var (i, j) = (_swaps[s], _swaps[s + 1]);
            (real[i], real[j]) = (real[j], real[i]);
            (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
        }

        var half = 1;
        if (Length >= Width)
        {
            FftStages.First(real, imaginary, _cos, _sin);
            half = Width;
        }

        for (; half << 1 < Length && half >= Width; half <<= 2)
        {
            FftStages.Two(real, imaginary, half, _cos, _sin);
        }

        for (; half < Length; half <<= 1)
        {
            if (half >= Width)
            {
                FftStages.One(real, imaginary, half, _cos, _sin);
            }
            else
            {
                Stage(real, imaginary, half);
            }
        }
    }

    /// <summary>Inverse transform, scaled by 1/length: undoes <see cref="Forward"/>.</summary>
    public void Inverse(Span<float> real, Span<float> imaginary)
    {
        Forward(imaginary, real);
        Scale(real, 1f / Length);
        Scale(imaginary, 1f / Length);
    }

    private static void Scale(Span<float> values, float factor)
    {
        var i = 0;
        ref var value = ref MemoryMarshal.GetReference(values);
        for (; i + Width <= values.Length; i += Width)
        {
            (Vector256.LoadUnsafe(ref value, (nuint)i) * factor).StoreUnsafe(ref value, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    // Pairs of places that exchange their values, so that the stages can work in place.
    private static int[] Swaps(int length)
    {
        var reversed = new int[length];
        var swaps = new List<int>(length);
        for (var i = 1; i < length; i++)
        {
            reversed[i] = (reversed[i >> 1] >> 1) | ((i & 1) * (length >> 1));
            if (i < reversed[i])
            {
                swaps.Add(i);
                swaps.Add(reversed[i]);
            }
        }

        return [.. swaps];
    }

    private void Stage(Span<float> real, Span<float> imaginary, int half)
    {
        var cos = _cos.AsSpan(half, half);
        var sin = _sin.AsSpan(half, half);
        for (var start = 0; start < Length; start += half << 1)
        {
            var r0 = real.Slice(start, half);
            var i0 = imaginary.Slice(start, half);
            var r1 = real.Slice(start + half, half);
            var i1 = imaginary.Slice(start + half, half);
            for (var k = 0; k < half; k++)
            {
                var r = r1[k] * cos[k] - i1[k] * sin[k];
                var i = r1[k] * sin[k] + i1[k] * cos[k];
                r1[k] = r0[k] - r;
                i1[k] = i0[k] - i;
                r0[k] += r;
                i0[k] += i;
            }
        }
    }

    private void Check(Span<float> real, Span<float> imaginary)
    {
        if (real.Length != Length || imaginary.Length != Length)
        {
            throw new ArgumentException($"Both parts must have {Length} points.");
        }
    }
}

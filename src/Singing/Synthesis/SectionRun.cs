using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Singing;

/// <summary>
/// Runs two second-order sections over a whole signal, four pieces of it side by side. A piece starts from rest a while before its
/// first sample, so that what its sections would have kept from earlier has died away: for poles of 35 Hz and more the outcome differs by less
/// than -110 dB from one run over all.
/// </summary>
internal static class SectionRun
{
    private const int Pieces = 4;
    private const int WarmUp = 4096;

    /// <summary>Filters; input and output have the same length and may be the same span.</summary>
    public static void Filter(ReadOnlySpan<float> input, Span<float> output, Biquad first, Biquad? second = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, input.Length);

        // A run-up of silence before, the end of the last piece behind.
        var length = (input.Length + Pieces - 1) / Pieces;
        var padded = ArrayPool<float>.Shared.Rent(WarmUp + Pieces * length);
        padded.AsSpan(0, WarmUp).Clear();
        input.CopyTo(padded.AsSpan(WarmUp));
        padded.AsSpan(WarmUp + input.Length, Pieces * length - input.Length).Clear();
        Run(padded, length, first, second ?? Biquad.Through);
        padded.AsSpan(WarmUp, output.Length).CopyTo(output);
        ArrayPool<float>.Shared.Return(padded);
    }

    // In place: a piece's run-up is read before the piece in front of it writes there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(float[] padded, int length, Biquad first, Biquad second)
    {
        ref var at = ref MemoryMarshal.GetArrayDataReference(padded);
        var (b0, b1, b2) = (Vector256.Create(first.B0), Vector256.Create(first.B1), Vector256.Create(first.B2));
        var (a1, a2) = (Vector256.Create(first.A1), Vector256.Create(first.A2));
        var (d0, d1, d2) = (Vector256.Create(second.B0), Vector256.Create(second.B1), Vector256.Create(second.B2));
        var (c1, c2) = (Vector256.Create(second.A1), Vector256.Create(second.A2));
        var (s1, s2) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (t1, t2) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var n = 0; n < WarmUp + length; n++)
        {
            ref var x0 = ref Unsafe.Add(ref at, n);
            ref var x1 = ref Unsafe.Add(ref x0, length);
            ref var x2 = ref Unsafe.Add(ref x1, length);
            ref var x3 = ref Unsafe.Add(ref x2, length);
            var x = Vector256.Create((double)x0, x1, x2, x3);
            var y = x * b0 + s1;
            s1 = x * b1 + s2 - y * a1;
            s2 = x * b2 - y * a2;
            var z = y * d0 + t1;
            t1 = y * d1 + t2 - z * c1;
            t2 = y * d2 - z * c2;
            if (n >= WarmUp)
            {
                x0 = (float)z.GetElement(0);
                x1 = (float)z.GetElement(1);
                x2 = (float)z.GetElement(2);
                x3 = (float)z.GetElement(3);
            }
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Troubadour.Rendering;

/// <summary>
/// Reads a sample at a constant fractional step. The AVX2 path and the plain one give the same bits: their products and sums
/// are integers.
/// </summary>
internal static class Interpolator
{
    private const int PhaseShift = 32 - InterpolationKernel.PhaseBits;

    /// <summary>Writes the next frames, in groups of eight: up to seven beyond <paramref name="count"/> are written and mean nothing.</summary>
    /// <param name="data">Points; must reach 7 past the position of every frame written.</param>
    /// <param name="kernel">Rows of eight coefficients.</param>
    /// <param name="position">Position of the first frame, 32.32 fixed point.</param>
    /// <param name="step">Points a frame, 32.32 fixed point.</param>
    /// <param name="target">Frames, times 2^30; its length is at least <paramref name="count"/> rounded up to eight.</param>
    /// <param name="count">Frames wanted.</param>
    public static void Read(short[] data, short[] kernel, ulong position, ulong step, Span<float> target, int count)
    {
        var padded = (count + 7) & ~7;
        if (padded == 0)
        {
            return;
        }

        var last = (position + (ulong)(padded - 1) * step) >> 32;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last + InterpolationKernel.Taps, (ulong)data.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padded, target.Length);
        if (Avx2.IsSupported)
        {
            ReadWide(data, kernel, position, step, target, padded);
        }
        else
        {
            ReadPlain(data, kernel, position, step, target, padded);
        }
    }

    /// <summary>The plain path of <see cref="Read"/>; unchecked.</summary>
    internal static void ReadPlain(
        short[] data,
        short[] kernel,
        ulong position,
        ulong step,
        Span<float> target,
        int count
    )
    {
        for (var i = 0; i < count; i++)
        {
            var at = (int)(position >> 32);
            var row = (int)Row(position);
            var sum = 0;
            for (var tap = 0; tap < InterpolationKernel.Taps; tap++)
            {
                sum += data[at + tap] * kernel[row + tap];
            }

            target[i] = sum;
            position += step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadWide(
        short[] data,
        short[] kernel,
        ulong position,
        ulong step,
        Span<float> target,
        int count
    )
    {
        ref var points = ref MemoryMarshal.GetArrayDataReference(data);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(kernel);
        ref var output = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < count; i += 8)
        {
            var a = Pair(ref points, ref rows, position, position + 4 * step);
            position += step;
            var b = Pair(ref points, ref rows, position, position + 4 * step);
            position += step;
            var c = Pair(ref points, ref rows, position, position + 4 * step);
            position += step;
            var d = Pair(ref points, ref rows, position, position + 4 * step);
            position += 5 * step;
            var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
            Avx.ConvertToVector256Single(sums).StoreUnsafe(ref output, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pair(ref short points, ref short rows, ulong first, ulong second)
    {
        var data = Vector256.Create(
            Vector128.LoadUnsafe(ref points, (nuint)(first >> 32)),
            Vector128.LoadUnsafe(ref points, (nuint)(second >> 32))
        );
        var row = Vector256.Create(
            Vector128.LoadUnsafe(ref rows, Row(first)),
            Vector128.LoadUnsafe(ref rows, Row(second))
        );
        return Avx2.MultiplyAddAdjacent(data, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Row(ulong position) => ((nuint)(uint)position >> PhaseShift) * InterpolationKernel.Taps;
}

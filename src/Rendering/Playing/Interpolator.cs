using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Troubadour.Rendering;

/// <summary>
/// Reads a sample at a fractional step that may change a little from each group of eight frames to the next. The AVX2 path and the plain one give the same bits: their products and sums
/// are integers.
/// </summary>
internal static class Interpolator
{
    /// <summary>Frames computed at once.</summary>
    public const int Group = 8;

    private const int PhaseShift = 32 - InterpolationKernel.PhaseBits;

    // A row has 16 bytes.
    private const int RowShift = PhaseShift - 4;
    private const ulong RowMask = ((1UL << InterpolationKernel.PhaseBits) - 1) << 4;

    /// <summary>Writes the next frames, in groups of eight: up to seven beyond <paramref name="count"/> are written and mean nothing.</summary>
    /// <param name="data">Points; must reach 7 past the position of every frame written.</param>
    /// <param name="kernel">Rows of eight coefficients.</param>
    /// <param name="position">Position of the first frame, 32.32 fixed point.</param>
    /// <param name="step">Points a frame, and its change a group.</param>
    /// <param name="target">Frames, times 2^30; its length is at least <paramref name="count"/> rounded up to eight.</param>
    /// <param name="count">Frames wanted.</param>
    public static void Read(
        short[] data,
        short[] kernel,
        ulong position,
        SampleStep step,
        Span<float> target,
        int count
    )
    {
        var padded = (count + Group - 1) & -Group;
        if (padded == 0)
        {
            return;
        }

        CheckReach(data, kernel, position, step, padded);
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

    /// <summary>Throws unless all frames of a group-wise run lie inside the data.</summary>
    public static void CheckReach(short[] data, short[] kernel, ulong position, SampleStep step, int padded)
    {
        var last = (position + (ulong)(padded - 1) * step.Greatest(padded)) >> 32;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last + InterpolationKernel.Taps, (ulong)data.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel.Length, InterpolationKernel.Length);
    }

    /// <summary>Eight frames from <paramref name="position"/> on, times 2^30; unchecked. Needs AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Eight(ref short points, ref short rows, ulong position, ulong step)
    {
        var half = position + 4 * step;
        var a = Pair(ref points, ref rows, position, half);
        var b = Pair(ref points, ref rows, position + step, half + step);
        var c = Pair(ref points, ref rows, position + 2 * step, half + 2 * step);
        var d = Pair(ref points, ref rows, position + 3 * step, half + 3 * step);
        // Four sums of four each, transposed and added: quicker than horizontal additions.
        var ab = Avx2.UnpackLow(a, b) + Avx2.UnpackHigh(a, b);
        var cd = Avx2.UnpackLow(c, d) + Avx2.UnpackHigh(c, d);
        var low = Avx2.UnpackLow(ab.AsInt64(), cd.AsInt64()).AsInt32();
        var high = Avx2.UnpackHigh(ab.AsInt64(), cd.AsInt64()).AsInt32();
        return Avx.ConvertToVector256Single(low + high);
    }

    /// <summary>The plain path of <see cref="Read"/>; unchecked.</summary>
    internal static void ReadPlain(
        short[] data,
        short[] kernel,
        ulong position,
        SampleStep step,
        Span<float> target,
        int count
    )
    {
        var now = step.First;
        for (var i = 0; i < count; i++)
        {
            var at = (int)(position >> 32);
            var row = (int)((uint)position >> PhaseShift) * InterpolationKernel.Taps;
            var sum = 0;
            for (var tap = 0; tap < InterpolationKernel.Taps; tap++)
            {
                sum += data[at + tap] * kernel[row + tap];
            }

            target[i] = sum;
            position += now;
            now += i % Group == Group - 1 ? step.Slope : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ReadWide(
        short[] data,
        short[] kernel,
        ulong position,
        SampleStep step,
        Span<float> target,
        int count
    )
    {
        ref var points = ref MemoryMarshal.GetArrayDataReference(data);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(kernel);
        ref var output = ref MemoryMarshal.GetReference(target);
        var now = step.First;
        for (nuint i = 0; i < (nuint)count; i += Group)
        {
            Eight(ref points, ref rows, position, now).StoreUnsafe(ref output, i);
            position += Group * now;
            now += step.Slope;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pair(ref short points, ref short rows, ulong first, ulong second)
    {
        var data = Vector256.Create(
            Vector128.LoadUnsafe(ref points, (nuint)(first >> 32)),
            Vector128.LoadUnsafe(ref points, (nuint)(second >> 32))
        );
        var row = Vector256.Create(Row(ref rows, first), Row(ref rows, second));
        return Avx2.MultiplyAddAdjacent(data, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Row(ref short rows, ulong position) =>
        Vector128.LoadUnsafe(ref Unsafe.AddByteOffset(ref rows, (nuint)(position >> RowShift & RowMask)));
}

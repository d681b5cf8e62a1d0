using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>
/// Adds a voice to the buses with gains that move linearly. Every frame is computed by itself and every multiply-add is fused, on every machine, so
/// vector width changes no bit.
/// </summary>
internal static class GainMixer
{
    private const int Width = 8;

    /// <summary>bus[i] += frames[i] * (from + i * slope) for each bus; at the slope the gain would reach its end just after the last frame.</summary>
    /// <param name="frames">The voice.</param>
    /// <param name="buses">What it is added to.</param>
    /// <param name="offset">The frame of the buses where it begins.</param>
    /// <param name="from">Gains of the first frame: left, right, reverb, chorus.</param>
    /// <param name="to">Gains after the last frame.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        ReadOnlySpan<float> frames,
        VoiceBuses buses,
        int offset,
        Vector128<float> from,
        Vector128<float> to
    )
    {
        var count = frames.Length;
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + count, VoiceBuses.BlockFrames);
        var slope = (to - from) * (1f / count);
        ref var x = ref MemoryMarshal.GetReference(frames);
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buses.Left), offset);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buses.Right), offset);
        Pair(ref x, ref left, ref right, count, from, slope);
        if ((from.GetUpper() | to.GetUpper()) != Vector64<float>.Zero)
        {
            ref var reverb = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buses.Reverb), offset);
            ref var chorus = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buses.Chorus), offset);
            var sends = Vector128.Shuffle(from, Vector128.Create(2, 3, 0, 1));
            var sendSlope = Vector128.Shuffle(slope, Vector128.Create(2, 3, 0, 1));
            Pair(ref x, ref reverb, ref chorus, count, sends, sendSlope);
        }
    }

    /// <summary>Two buses, with the first two gains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(
        ref float x,
        ref float a,
        ref float b,
        int count,
        Vector128<float> from,
        Vector128<float> slope
    )
    {
        var (startA, startB) = (Vector256.Create(from.GetElement(0)), Vector256.Create(from.GetElement(1)));
        var (riseA, riseB) = (Vector256.Create(slope.GetElement(0)), Vector256.Create(slope.GetElement(1)));
        var index = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
        var i = 0;
        for (; i <= count - Width; i += Width)
        {
            var frame = Vector256.LoadUnsafe(ref x, (nuint)i);
            AddTo(ref a, i, frame, Vector256.FusedMultiplyAdd(riseA, index, startA));
            AddTo(ref b, i, frame, Vector256.FusedMultiplyAdd(riseB, index, startB));
            index += Vector256.Create((float)Width);
        }

        for (; i < count; i++)
        {
            var gains = Vector128.FusedMultiplyAdd(slope, Vector128.Create((float)i), from);
            var frame = Vector128.Create(Unsafe.Add(ref x, i));
            var sums = Vector128.Create(Unsafe.Add(ref a, i), Unsafe.Add(ref b, i), 0, 0);
            sums = Vector128.FusedMultiplyAdd(frame, gains, sums);
            Unsafe.Add(ref a, i) = sums.GetElement(0);
            Unsafe.Add(ref b, i) = sums.GetElement(1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref float bus, int i, Vector256<float> frame, Vector256<float> gain) =>
        Vector256.FusedMultiplyAdd(frame, gain, Vector256.LoadUnsafe(ref bus, (nuint)i)).StoreUnsafe(ref bus, (nuint)i);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>Adds a voice to two buses with gains that move linearly. Every frame is computed
/// by itself and every multiply-add is fused, on every machine, so vector width changes no bit.</summary>
internal static class GainMixer
{
    private const int Width = 8;

    /// <summary>bus[i] += frames[i] * (from + i * slope) for both buses; at the slope the gain would reach its end just after the last frame.</summary>
    /// <param name="frames">The voice.</param>
    /// <param name="a">First bus, as long as the frames.</param>
    /// <param name="b">Second bus, as long as the frames.</param>
    /// <param name="from">Gains of the first frame.</param>
    /// <param name="to">Gains after the last frame.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        ReadOnlySpan<float> frames,
        Span<float> a,
        Span<float> b,
        (float A, float B) from,
        (float A, float B) to
    )
    {
        var count = frames.Length;
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, count);
        var share = 1f / count;
        var (slopeA, slopeB) = ((to.A - from.A) * share, (to.B - from.B) * share);
        ref var x = ref MemoryMarshal.GetReference(frames);
        ref var ya = ref MemoryMarshal.GetReference(a);
        ref var yb = ref MemoryMarshal.GetReference(b);
        var (startA, startB) = (Vector256.Create(from.A), Vector256.Create(from.B));
        var (riseA, riseB) = (Vector256.Create(slopeA), Vector256.Create(slopeB));
        var index = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
        var i = 0;
        for (; i <= count - Width; i += Width)
        {
            var frame = Vector256.LoadUnsafe(ref x, (nuint)i);
            var gainA = Vector256.FusedMultiplyAdd(riseA, index, startA);
            var gainB = Vector256.FusedMultiplyAdd(riseB, index, startB);
            Vector256
                .FusedMultiplyAdd(frame, gainA, Vector256.LoadUnsafe(ref ya, (nuint)i))
                .StoreUnsafe(ref ya, (nuint)i);
            Vector256
                .FusedMultiplyAdd(frame, gainB, Vector256.LoadUnsafe(ref yb, (nuint)i))
                .StoreUnsafe(ref yb, (nuint)i);
            index += Vector256.Create((float)Width);
        }

        for (; i < count; i++)
        {
            var frame = Vector128.CreateScalar(Unsafe.Add(ref x, i));
            AddOne(ref Unsafe.Add(ref ya, i), frame, from.A, slopeA, i);
            AddOne(ref Unsafe.Add(ref yb, i), frame, from.B, slopeB, i);
        }
    }

    private static void AddOne(ref float bus, Vector128<float> frame, float from, float slope, int i)
    {
        var gain = Vector128.FusedMultiplyAdd(
            Vector128.CreateScalar(slope),
            Vector128.CreateScalar((float)i),
            Vector128.CreateScalar(from)
        );
        bus = Vector128.FusedMultiplyAdd(frame, gain, Vector128.CreateScalar(bus)).ToScalar();
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>Adds a voice to a bus with a gain that moves linearly. Every frame is computed by itself, so vector width changes no bit.</summary>
internal static class GainMixer
{
    private const int Width = 8;

    /// <summary>bus[i] += frames[i] * (from + i * slope), slope being such that the gain would reach <paramref name="to"/> at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> frames, Span<float> bus, float from, float to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(frames.Length, bus.Length);
        var count = frames.Length;
        var slope = (to - from) / count;
        ref var x = ref MemoryMarshal.GetReference(frames);
        ref var y = ref MemoryMarshal.GetReference(bus);
        var index = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
        var start = Vector256.Create(from);
        var rise = Vector256.Create(slope);
        var i = 0;
        for (; i <= count - Width; i += Width)
        {
            var gain = start + rise * index;
            var sum = Vector256.LoadUnsafe(ref y, (nuint)i) + Vector256.LoadUnsafe(ref x, (nuint)i) * gain;
            sum.StoreUnsafe(ref y, (nuint)i);
            index += Vector256.Create((float)Width);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref y, i) += Unsafe.Add(ref x, i) * (from + slope * i);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>
/// Adds a voice to the buses with gains that move linearly. Every frame is computed by itself and every multiply-add is fused, on every machine, so
/// neither vector width nor the path taken changes a bit. Groups of eight are whole: frames beyond the count count as silence.
/// </summary>
internal static class GainMixer
{
    private const int Group = Interpolator.Group;

    /// <summary>Adds frames that are ready.</summary>
    /// <param name="frames">The voice, readable up to the count rounded up to eight.</param>
    /// <param name="count">Frames to add.</param>
    /// <param name="buses">What they are added to.</param>
    /// <param name="offset">The frame of the buses where they begin.</param>
    /// <param name="ramp">Gains over the segment, which begins with these frames.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add(ReadOnlySpan<float> frames, int count, VoiceBuses buses, int offset, in GainRamp ramp)
    {
        var padded = Check(count, offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padded, frames.Length);
        ref var x = ref MemoryMarshal.GetReference(frames);
        ref var left = ref At(buses.Left, offset);
        ref var right = ref At(buses.Right, offset);
        var (from, slope, index) = (ramp.From, ramp.Slope, Counting(0));
        var sends = ramp.HasSends;
        for (var i = 0; i < padded; i += Group)
        {
            var frame = Vector256.LoadUnsafe(ref x, (nuint)i);
            frame = i + Group > count ? Kept(frame, count - i) : frame;
            AddTo(ref left, i, frame, index, from, slope, 0);
            AddTo(ref right, i, frame, index, from, slope, 1);
            if (sends)
            {
                AddTo(ref At(buses.Reverb, offset), i, frame, index, from, slope, 2);
                AddTo(ref At(buses.Chorus, offset), i, frame, index, from, slope, 3);
            }

            index += Vector256.Create((float)Group);
        }
    }

    /// <summary>Adds frames as they are interpolated, without a pass in between. Needs AVX2.</summary>
    /// <param name="data">Points, as <see cref="Interpolator.Read"/> wants them.</param>
    /// <param name="kernel">Rows of eight coefficients.</param>
    /// <param name="position">Position of the first frame, 32.32 fixed point.</param>
    /// <param name="step">Points a frame, and its change a group.</param>
    /// <param name="count">Frames to add.</param>
    /// <param name="buses">What they are added to.</param>
    /// <param name="offset">The frame of the buses where they begin.</param>
    /// <param name="ramp">Gains over the segment.</param>
    /// <param name="first">Frames of the segment before these.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddSample(
        short[] data,
        short[] kernel,
        ulong position,
        SampleStep step,
        int count,
        VoiceBuses buses,
        int offset,
        in GainRamp ramp,
        int first
    )
    {
        var padded = Check(count, offset);
        if (padded == 0)
        {
            return;
        }

        Interpolator.CheckReach(data, kernel, position, step, padded);
        ref var points = ref MemoryMarshal.GetArrayDataReference(data);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(kernel);
        ref var left = ref At(buses.Left, offset);
        ref var right = ref At(buses.Right, offset);
        var now = step.First;
        var (from, slope, index) = (ramp.From, ramp.Slope, Counting(first));
        var sends = ramp.HasSends;
        for (var i = 0; i < padded; i += Group)
        {
            var frame = Interpolator.Eight(ref points, ref rows, position, now);
            position += Group * now;
            now += step.Slope;
            frame = i + Group > count ? Kept(frame, count - i) : frame;
            AddTo(ref left, i, frame, index, from, slope, 0);
            AddTo(ref right, i, frame, index, from, slope, 1);
            if (sends)
            {
                AddTo(ref At(buses.Reverb, offset), i, frame, index, from, slope, 2);
                AddTo(ref At(buses.Chorus, offset), i, frame, index, from, slope, 3);
            }

            index += Vector256.Create((float)Group);
        }
    }

    private static int Check(int count, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + count, VoiceBuses.BlockFrames);
        return (count + Group - 1) & -Group;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float At(float[] bus, int offset) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bus), offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Counting(int first) =>
        Vector256.Create((float)first) + Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>The first few of eight frames; the others are 0.</summary>
    private static Vector256<float> Kept(Vector256<float> frame, int count) =>
        frame & Vector256.LessThan(Counting(0), Vector256.Create((float)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(
        ref float bus,
        int i,
        Vector256<float> frame,
        Vector256<float> index,
        Vector128<float> from,
        Vector128<float> slope,
        int element
    )
    {
        var gain = Vector256.FusedMultiplyAdd(
            Vector256.Create(slope.GetElement(element)),
            index,
            Vector256.Create(from.GetElement(element))
        );
        Vector256.FusedMultiplyAdd(frame, gain, Vector256.LoadUnsafe(ref bus, (nuint)i)).StoreUnsafe(ref bus, (nuint)i);
    }
}

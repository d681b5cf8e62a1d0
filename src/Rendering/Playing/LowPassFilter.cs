using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>
/// The voice's two-pole resonant low-pass (SoundFont 2.04, generators 8 and 9), the bilinear design of the "Cookbook formulae for audio EQ biquad filter
/// coefficients" (Bristow-Johnson). Resonance is a peak of Q centibels over the flat filter, and the whole is made half as many centibels quieter, as the
/// specification asks. Eight frames are computed at once by unrolling the recursion into the impulse response of its poles, with one and the same order of
/// operations in vector and scalar code.
/// </summary>
internal sealed class LowPassFilter
{
    private const int Block = 8;
    private const double FlatQ = 0.70794578438413791;

    // Zeros, then the impulse response of the poles: a load that starts earlier is the response to a later input.
    private readonly float[] _response = new float[2 * Block + 8];
    private readonly float[] _second = new float[Block];
    private float _gain;
    private float _x1;
    private float _x2;
    private float _y1;
    private float _y2;

    /// <summary>Forgets the past.</summary>
    public void Reset() => _x1 = _x2 = _y1 = _y2 = 0;

    /// <summary>Sets cutoff and resonance.</summary>
    /// <param name="cutoffCents">Absolute cents.</param>
    /// <param name="resonance">Centibels, 0 to 960.</param>
    /// <param name="table">Half-angle tangents for the rate.</param>
    public void Set(double cutoffCents, double resonance, CutoffTable table)
    {
        var q = FlatQ * FastExponential.Amplitude(-resonance);
        var t = table.HalfAngleTangent(cutoffCents);
        var scale = 1 / (1 + t * t + t / q);
        var a1 = 2 * (t * t - 1) * scale;
        var a2 = (1 + t * t - t / q) * scale;
        _gain = (float)(t * t * scale * FastExponential.Amplitude(resonance * 0.5));
        var before = 0.0;
        var now = 1.0;
        for (var n = 0; n <= Block; n++)
        {
            _response[Block - 1 + n] = (float)now;
            if (n < Block)
            {
                _second[n] = (float)(-a2 * now);
            }

            (before, now) = (now, -a1 * now - a2 * before);
        }
    }

    /// <summary>Filters in place. <paramref name="frames"/> has room for <paramref name="count"/> rounded up to eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Process(Span<float> frames, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((count + 7) & ~7, frames.Length);
        ref var x = ref MemoryMarshal.GetReference(frames);
        ref var response = ref MemoryMarshal.GetArrayDataReference(_response);
        var first = Vector256.LoadUnsafe(ref response, Block);
        var second = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_second));
        Span<float> drive = stackalloc float[Block];
        ref var v = ref MemoryMarshal.GetReference(drive);
        var (x1, x2, y1, y2) = (_x1, _x2, _y1, _y2);
        for (var i = 0; i < count; i += Block)
        {
            var used = Math.Min(Block, count - i);
            for (var n = 0; n < Block; n++)
            {
                var now = Unsafe.Add(ref x, i + n);
                Unsafe.Add(ref v, n) = _gain * (now + x2 + (x1 + x1));
                if (n < used)
                {
                    (x2, x1) = (x1, now);
                }
            }

            var y = first * y1 + second * y2;
            y += Vector256.LoadUnsafe(ref response, Block - 1) * v;
            for (nuint n = 1; n < Block; n++)
            {
                y += Vector256.LoadUnsafe(ref response, Block - 1 - n) * Unsafe.Add(ref v, n);
            }

            y.StoreUnsafe(ref x, (nuint)i);
            (y2, y1) =
                used == 1
                    ? (y1, Unsafe.Add(ref x, i))
                    : (Unsafe.Add(ref x, i + used - 2), Unsafe.Add(ref x, i + used - 1));
        }

        (_x1, _x2, _y1, _y2) = (x1, x2, y1, y2);
    }
}

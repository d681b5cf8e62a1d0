using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>
/// The voice's two-pole resonant low-pass (SoundFont 2.04, generators 8 and 9), the bilinear design of the "Cookbook formulae for audio EQ biquad filter
/// coefficients" (Bristow-Johnson). Resonance is a peak of Q centibels over the flat filter, and the whole is made half as many centibels quieter, as the
/// specification asks. Eight frames are computed at once by unrolling the recursion into the impulse response of its poles; the order of operations is the
/// same whatever the vector width of the machine.
/// </summary>
internal sealed class LowPassFilter
{
    /// <summary>Slots before the frames in the buffer given to <see cref="Process"/>; the filter keeps its past inputs there.</summary>
    public const int Lead = 2;

    private const int Block = 8;
    private const double FlatQ = 0.70794578438413791;

    /// <summary>In the unit of the frames (2^30 is full scale); below this the past is forgotten before it becomes denormal.</summary>
    private const float Nothing = 1e-3f;

    // Seven zeros, then the filter's impulse response: a load that starts earlier is the response to a later input.
    private readonly float[] _response = new float[2 * Block - 1];

    // Four columns of eight: what the last two inputs and the last two outputs add to the next eight outputs.
    private readonly float[] _past = new float[4 * Block];
    private double _cutoffCents = double.NaN;
    private double _resonance;
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
        if (cutoffCents == _cutoffCents && resonance == _resonance)
        {
            return;
        }

        (_cutoffCents, _resonance) = (cutoffCents, resonance);
        var half = resonance == 0 ? 1 : FastExponential.Amplitude(0.5 * resonance);
        var t = table.HalfAngleTangent(cutoffCents);
        var square = t * t;
        var edge = t * (1 / FlatQ) * (half * half);
        var scale = 1 / (1 + square + edge);
        Unroll(square * scale * half, 2 * (1 - square) * scale, (edge - 1 - square) * scale);
    }

    /// <summary>Filters.</summary>
    /// <param name="input"><see cref="Lead"/> slots, then the frames, with room for the count rounded up to eight.</param>
    /// <param name="output">Room for the count rounded up to eight.</param>
    /// <param name="count">Frames.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Process(Span<float> input, Span<float> output, int count)
    {
        var padded = (count + Block - 1) & -Block;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Lead + padded, input.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(padded, output.Length);
        if (count == 0)
        {
            return;
        }

        ref var x = ref MemoryMarshal.GetReference(input);
        ref var target = ref MemoryMarshal.GetReference(output);
        x = _x2;
        Unsafe.Add(ref x, 1) = _x1;
        ref var h = ref MemoryMarshal.GetArrayDataReference(_response);
        ref var past = ref MemoryMarshal.GetArrayDataReference(_past);
        var h0 = Vector256.LoadUnsafe(ref h, 7);
        var h1 = Vector256.LoadUnsafe(ref h, 6);
        var h2 = Vector256.LoadUnsafe(ref h, 5);
        var h3 = Vector256.LoadUnsafe(ref h, 4);
        var h4 = Vector256.LoadUnsafe(ref h, 3);
        var h5 = Vector256.LoadUnsafe(ref h, 2);
        var h6 = Vector256.LoadUnsafe(ref h, 1);
        var h7 = Vector256.LoadUnsafe(ref h, 0);
        var fromX2 = Vector256.LoadUnsafe(ref past);
        var fromX1 = Vector256.LoadUnsafe(ref past, Block);
        var fromY2 = Vector256.LoadUnsafe(ref past, 2 * Block);
        var fromY1 = Vector256.LoadUnsafe(ref past, 3 * Block);
        var (y1, y2) = (Vector256.Create(_y1), Vector256.Create(_y2));
        for (var i = 0; i < padded; i += Block)
        {
            ref var at = ref Unsafe.Add(ref x, i);
            var a = fromX2 * at;
            var b = fromX1 * Unsafe.Add(ref at, 1);
            a = Fused(h0, Unsafe.Add(ref at, 2), a);
            b = Fused(h1, Unsafe.Add(ref at, 3), b);
            a = Fused(h2, Unsafe.Add(ref at, 4), a);
            b = Fused(h3, Unsafe.Add(ref at, 5), b);
            a = Fused(h4, Unsafe.Add(ref at, 6), a);
            b = Fused(h5, Unsafe.Add(ref at, 7), b);
            a = Fused(h6, Unsafe.Add(ref at, 8), a);
            b = Fused(h7, Unsafe.Add(ref at, 9), b);
            var y = Vector256.FusedMultiplyAdd(fromY1, y1, Vector256.FusedMultiplyAdd(fromY2, y2, a + b));
            y.StoreUnsafe(ref target, (nuint)i);
            y2 = Vector256.Shuffle(y, Vector256.Create(6));
            y1 = Vector256.Shuffle(y, Vector256.Create(7));
        }

        (_x2, _x1) = (Unsafe.Add(ref x, count), Unsafe.Add(ref x, count + 1));
        Keep(count == 1 ? _y1 : Unsafe.Add(ref target, count - 2), Unsafe.Add(ref target, count - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fused(Vector256<float> response, float input, Vector256<float> sum) =>
        Vector256.FusedMultiplyAdd(response, Vector256.Create(input), sum);

    private void Keep(float older, float last) =>
        (_y1, _y2) = Math.Abs(last) < Nothing && Math.Abs(older) < Nothing ? (0, 0) : (last, older);

    /// <summary>Fills the columns for y[n] = gain (x[n] + 2 x[n-1] + x[n-2]) + a1 y[n-1] + a2 y[n-2].</summary>
    private void Unroll(double gain, double a1, double a2)
    {
        // The impulse response of the poles, by p[m + n] = p[m] p[n] + a2 p[m - 1] p[n - 1].
        Span<double> p = stackalloc double[Block + 1];
        p[0] = 1;
        p[1] = a1;
        p[2] = a1 * a1 + a2;
        p[3] = p[2] * a1 + a2 * a1;
        p[4] = p[2] * p[2] + a2 * a1 * a1;
        p[5] = p[3] * p[2] + a2 * p[2] * a1;
        p[6] = p[3] * p[3] + a2 * p[2] * p[2];
        p[7] = p[4] * p[3] + a2 * p[3] * p[2];
        p[8] = p[4] * p[4] + a2 * p[3] * p[3];
        ref var h = ref MemoryMarshal.GetArrayDataReference(_response);
        ref var past = ref MemoryMarshal.GetArrayDataReference(_past);
        var (before, beforeThat) = (0.0, 0.0);
        for (var n = 0; n < Block; n++)
        {
            var now = gain * p[n];
            Unsafe.Add(ref h, Block - 1 + n) = (float)(now + 2 * before + beforeThat);
            Unsafe.Add(ref past, n) = (float)now;
            Unsafe.Add(ref past, Block + n) = (float)(2 * now + before);
            Unsafe.Add(ref past, 2 * Block + n) = (float)(a2 * p[n]);
            Unsafe.Add(ref past, 3 * Block + n) = (float)p[n + 1];
            (before, beforeThat) = (now, before);
        }
    }
}

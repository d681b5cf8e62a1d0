using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>
/// The voice's two-pole resonant low-pass (SoundFont 2.04, generators 8 and 9), the bilinear design of the "Cookbook formulae for audio EQ biquad filter
/// coefficients" (Bristow-Johnson). Resonance is a peak of Q centibels over the flat filter, and the whole is made half as many centibels quieter, as the
/// specification asks. Sixteen frames are computed at once by unrolling the recursion into the impulse response of its poles, so that the past outputs are
/// needed only once for sixteen; the order of operations is the same whatever the vector width of the machine.
/// </summary>
internal sealed class LowPassFilter
{
    /// <summary>Slots before the frames in the buffer given to <see cref="Process"/>; the filter keeps its past inputs there.</summary>
    public const int Lead = 2;

    private const int Block = 8;
    private const double FlatQ = 0.70794578438413791;

    /// <summary>In the unit of the frames (2^30 is full scale); below this the past is forgotten before it becomes denormal.</summary>
    private const float Nothing = 1e-3f;

    // Seven columns of eight: the filter's impulse response; what the last two inputs and the last two outputs add to the next eight outputs; and the last
    // two outputs to the eight after.
    private readonly float[] _columns = new float[7 * Block];
    private double _cutoffCents = double.NaN;
    private double _resonance;
    private double _half = 1;
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

        if (resonance != _resonance)
        {
            _resonance = resonance;
            _half = resonance == 0 ? 1 : FastExponential.Amplitude(0.5 * resonance);
        }

        _cutoffCents = cutoffCents;
        var t = table.HalfAngleTangent(cutoffCents);
        var square = t * t;
        var edge = t * (1 / FlatQ) * (_half * _half);
        var scale = 1 / (1 + square + edge);
        Unroll(square * scale * _half, 2 * (1 - square) * scale, (edge - 1 - square) * scale);
    }

    /// <summary>Filters.</summary>
    /// <param name="input"><see cref="Lead"/> slots, then the frames, with room for the count rounded up to eight.</param>
    /// <param name="output">Room for the count rounded up to eight.</param>
    /// <param name="count">Frames.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
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
        var columns = new Columns(this);
        var (y1, y2) = (Vector256.Create(_y1), Vector256.Create(_y2));
        var i = 0;
        for (; i <= padded - 2 * Block; i += 2 * Block)
        {
            var first = columns.FromInput(ref Unsafe.Add(ref x, i));
            var second = columns.FromInput(ref Unsafe.Add(ref x, i + Block));
            second = Fused(columns.FromY2, Spread(first, 6), second);
            second = Fused(columns.FromY1, Spread(first, 7), second);
            first = Fused(columns.FromY1, y1, Fused(columns.FromY2, y2, first));
            second = Fused(columns.FarY1, y1, Fused(columns.FarY2, y2, second));
            first.StoreUnsafe(ref target, (nuint)i);
            second.StoreUnsafe(ref target, (nuint)(i + Block));
            (y2, y1) = (Spread(second, 6), Spread(second, 7));
        }

        if (i < padded)
        {
            var last = columns.FromInput(ref Unsafe.Add(ref x, i));
            last = Fused(columns.FromY1, y1, Fused(columns.FromY2, y2, last));
            last.StoreUnsafe(ref target, (nuint)i);
        }

        (_x2, _x1) = (Unsafe.Add(ref x, count), Unsafe.Add(ref x, count + 1));
        Keep(count == 1 ? _y1 : Unsafe.Add(ref target, count - 2), Unsafe.Add(ref target, count - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fused(Vector256<float> column, Vector256<float> past, Vector256<float> sum) =>
        Vector256.FusedMultiplyAdd(column, past, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spread(Vector256<float> frames, int element) =>
        Vector256.Shuffle(frames, Vector256.Create(element));

    private void Keep(float older, float last) =>
        (_y1, _y2) = Math.Abs(last) < Nothing && Math.Abs(older) < Nothing ? (0, 0) : (last, older);

    /// <summary>Fills the columns for y[n] = gain (x[n] + 2 x[n-1] + x[n-2]) + a1 y[n-1] + a2 y[n-2].</summary>
    private void Unroll(double gain, double a1, double a2)
    {
        // The impulse response of the poles, by p[m + n] = p[m] p[n] + a2 p[m - 1] p[n - 1].
        var p2 = a1 * a1 + a2;
        var p3 = p2 * a1 + a2 * a1;
        var p4 = p2 * p2 + a2 * a1 * a1;
        var p7 = p4 * p3 + a2 * p3 * p2;
        var p8 = p4 * p4 + a2 * p3 * p3;
        var (here, there) = (Vector256.Create(p4), Vector256.Create(a2 * p3));
        var from0 = Vector256.Create(1, a1, p2, p3);
        var from1 = Vector256.Create(a1, p2, p3, p4);
        var from4 = here * from0 + there * Vector256.Create(0, 1, a1, p2);
        var from5 = here * from1 + there * from0;
        (here, there) = (Vector256.Create(p8), Vector256.Create(a2 * p7));
        var next = Vector256.Narrow(from1, from5);
        var farNext = Vector256.Narrow(here * from1 + there * from0, here * from5 + there * from4);
        var now = Later(next, 1);
        var before = Later(now, 0);
        var scale = Vector256.Create((float)gain);
        var older = Vector256.Create((float)a2);
        ref var columns = ref MemoryMarshal.GetArrayDataReference(_columns);
        (scale * (now + before + (before + Later(before, 0)))).StoreUnsafe(ref columns);
        (scale * now).StoreUnsafe(ref columns, Block);
        (scale * (now + now + before)).StoreUnsafe(ref columns, 2 * Block);
        (older * now).StoreUnsafe(ref columns, 3 * Block);
        next.StoreUnsafe(ref columns, 4 * Block);
        (older * Later(farNext, (float)p8)).StoreUnsafe(ref columns, 5 * Block);
        farNext.StoreUnsafe(ref columns, 6 * Block);
    }

    /// <summary>The column one frame later, with a new first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Later(Vector256<float> column, float first) =>
        Vector256.Shuffle(column, Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6)).WithElement(0, first);

    /// <summary>The columns, loaded for a run of frames.</summary>
    private readonly struct Columns
    {
        private readonly Vector256<float> _h0;
        private readonly Vector256<float> _h1;
        private readonly Vector256<float> _h2;
        private readonly Vector256<float> _h3;
        private readonly Vector256<float> _h4;
        private readonly Vector256<float> _h5;
        private readonly Vector256<float> _h6;
        private readonly Vector256<float> _h7;
        private readonly Vector256<float> _fromX2;
        private readonly Vector256<float> _fromX1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Columns(LowPassFilter filter)
        {
            ref var columns = ref MemoryMarshal.GetArrayDataReference(filter._columns);
            _h0 = Vector256.LoadUnsafe(ref columns);
            // Shifted in registers: loads across what was stored a moment ago would wait for it.
            _h1 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6)) & From(1);
            _h2 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 0, 1, 2, 3, 4, 5)) & From(2);
            _h3 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 0, 0, 1, 2, 3, 4)) & From(3);
            _h4 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 0, 0, 0, 1, 2, 3)) & From(4);
            _h5 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 0, 0, 0, 0, 1, 2)) & From(5);
            _h6 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 0, 0, 0, 0, 0, 1)) & From(6);
            _h7 = Vector256.Shuffle(_h0, Vector256.Create(0, 0, 0, 0, 0, 0, 0, 0)) & From(7);
            _fromX2 = Vector256.LoadUnsafe(ref columns, Block);
            _fromX1 = Vector256.LoadUnsafe(ref columns, 2 * Block);
            FromY2 = Vector256.LoadUnsafe(ref columns, 3 * Block);
            FromY1 = Vector256.LoadUnsafe(ref columns, 4 * Block);
            FarY2 = Vector256.LoadUnsafe(ref columns, 5 * Block);
            FarY1 = Vector256.LoadUnsafe(ref columns, 6 * Block);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> From(int first) =>
            Vector256.GreaterThanOrEqual(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(first)).AsSingle();

        public readonly Vector256<float> FromY2 { get; }

        public readonly Vector256<float> FromY1 { get; }

        public readonly Vector256<float> FarY2 { get; }

        public readonly Vector256<float> FarY1 { get; }

        /// <summary>Eight outputs from ten inputs, as if there had been no output before.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vector256<float> FromInput(ref float x)
        {
            var a = _fromX2 * x;
            var b = _fromX1 * Unsafe.Add(ref x, 1);
            a = Fused(_h0, Vector256.Create(Unsafe.Add(ref x, 2)), a);
            b = Fused(_h1, Vector256.Create(Unsafe.Add(ref x, 3)), b);
            a = Fused(_h2, Vector256.Create(Unsafe.Add(ref x, 4)), a);
            b = Fused(_h3, Vector256.Create(Unsafe.Add(ref x, 5)), b);
            a = Fused(_h4, Vector256.Create(Unsafe.Add(ref x, 6)), a);
            b = Fused(_h5, Vector256.Create(Unsafe.Add(ref x, 7)), b);
            a = Fused(_h6, Vector256.Create(Unsafe.Add(ref x, 8)), a);
            b = Fused(_h7, Vector256.Create(Unsafe.Add(ref x, 9)), b);
            return a + b;
        }
    }
}

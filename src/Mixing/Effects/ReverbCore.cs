using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// The network behind <see cref="Reverb"/>: 16 lines fed back through a Hadamard matrix, four of them slowly moving. It runs whole segments,
/// which are shorter than any line: so each line is read and absorbed eight frames at a time, and the matrix works on eight frames at once.
/// </summary>
internal sealed class ReverbCore
{
    private const int Lanes = ReverbLines.Count;
    private const int Frames = Segments.Length;
    private const int Mirror = Frames + 16;

    // Rows of the matrix that are heard: they are orthogonal, so that what both sides share cancels over the lines.
    private const int HearLeft = 5;
    private const int HearRight = 10;

    private static readonly double[] s_movingHz = [0.41, 0.59, 0.73, 0.97];
    private static readonly Vector256<float> s_steps = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8);

    private readonly int _rate;
    private readonly float _motion;
    private readonly ReverbLines _lines;
    private readonly float[] _memory;
    private readonly int _ring;
    private readonly float[] _absorbed = new float[Lanes * Frames];
    private readonly float[] _lastRead = new float[Lanes];
    private readonly float[] _lastAbsorbed = new float[Lanes];
    private long _segment;
    private int _at;

    public ReverbCore(ReverbLines lines, double modulationSeconds, int rate)
    {
        (_lines, _rate) = (lines, rate);
        _motion = (float)Math.Min(modulationSeconds * rate, 14);
        _ring = (lines.Delays.Max() + 2 * Frames + 32) / Frames * Frames;

        // Behind the lines: what the moving ones have read.
        _memory = new float[Lanes * (_ring + Mirror) + Lanes / 4 * Frames];
    }

    /// <summary>Frames after which all that was in the lines has passed through.</summary>
    public int MemoryFrames => _ring;

    /// <summary>Runs one segment; gives the largest magnitude that went into the lines.</summary>
    public float Run(
        ReadOnlySpan<float> inLeft,
        ReadOnlySpan<float> inRight,
        Span<float> outLeft,
        Span<float> outRight,
        float gain
    )
    {
        for (var lane = 0; lane < Lanes; lane += 2)
        {
            Absorb(lane, Source(lane), Source(lane + 1));
        }

        var peak = Mix(inLeft, inRight, outLeft, outRight, gain);
        Skip();
        return peak;
    }

    /// <summary>Time goes on in silence: the lines are empty.</summary>
    public void Skip()
    {
        _segment++;
        _at = _at + Frames == _ring ? 0 : _at + Frames;
    }

    public void Clear()
    {
        Array.Clear(_memory);
        Array.Clear(_lastRead);
        Array.Clear(_lastAbsorbed);
    }

    public void Reset()
    {
        Clear();
        _segment = 0;
        _at = 0;
    }

    /// <summary>Where in memory a line's next frames are; those of a moving line are interpolated first.</summary>
    private int Source(int lane)
    {
        if (lane % 4 != 1)
        {
            return Start(lane, _lines.Delays[lane]);
        }

        var mover = lane / 4;
        var target = Lanes * (_ring + Mirror) + mover * Frames;
        ReadMoving(lane, mover, ref _memory[target]);
        return target;
    }

    private int Start(int lane, int delay)
    {
        var start = _at - delay;
        return lane * (_ring + Mirror) + (start < 0 ? start + _ring : start);
    }

    /// <summary>Third-order Lagrange interpolation between four neighbours, at a delay that moves in a straight line.</summary>
    private void ReadMoving(int lane, int mover, ref float target)
    {
        var from = _lines.Delays[lane] + Offset(mover, _segment);
        var to = _lines.Delays[lane] + Offset(mover, _segment + 1);
        var whole = (int)Math.Min(from, to);
        var step = (to - from) * (1f / Frames);
        ref var old = ref _memory[Start(lane, whole + 2)];
        for (nuint t = 0; t < Frames; t += 8)
        {
            var f = Vector256.Create(from - whole) + (s_steps + Vector256.Create((float)t)) * step;
            var d = Vector256.LoadUnsafe(ref old, t);
            var c = Vector256.LoadUnsafe(ref old, t + 1);
            var b = Vector256.LoadUnsafe(ref old, t + 2);
            var a = Vector256.LoadUnsafe(ref old, t + 3);
            var first = c - a * (1f / 3) - b * 0.5f - d * (1f / 6);
            var second = (a + c) * 0.5f - b;
            var third = (d - a) * (1f / 6) + (b - c) * 0.5f;
            (b + f * (first + f * (second + f * third))).StoreUnsafe(ref target, t);
        }
    }

    /// <summary>The shelves of two lines side by side, so that their recursions overlap.</summary>
    private void Absorb(int lane, int source, int nextSource)
    {
        var (f, g) = (new Shelf(_lines, lane), new Shelf(_lines, lane + 1));
        var (x, y) = (_lastRead[lane], _lastAbsorbed[lane]);
        var (u, v) = (_lastRead[lane + 1], _lastAbsorbed[lane + 1]);
        ref var from = ref _memory[source];
        ref var nextFrom = ref _memory[nextSource];
        ref var to = ref _absorbed[lane * Frames];
        for (nuint t = 0; t < Frames; t += 8)
        {
            f.Run(Vector256.LoadUnsafe(ref from, t), ref x, ref y).StoreUnsafe(ref to, t);
            g.Run(Vector256.LoadUnsafe(ref nextFrom, t), ref u, ref v).StoreUnsafe(ref to, Frames + t);
        }

        (_lastRead[lane], _lastAbsorbed[lane]) = (x, y);
        (_lastRead[lane + 1], _lastAbsorbed[lane + 1]) = (u, v);
    }

    private float Mix(
        ReadOnlySpan<float> inLeft,
        ReadOnlySpan<float> inRight,
        Span<float> outLeft,
        Span<float> outRight,
        float gain
    )
    {
        ref var y = ref MemoryMarshal.GetArrayDataReference(_absorbed);
        var peak = Vector256<float>.Zero;
        for (var t = 0; t < Frames; t += 8)
        {
            for (var i = 0; i < 4; i++)
            {
                Radix4(ref y, i * Frames + t, 4 * Frames);
            }

            for (var i = 0; i < 4; i++)
            {
                Radix4(ref y, 4 * i * Frames + t, Frames);
            }

            (Vector256.LoadUnsafe(ref y, (nuint)(HearLeft * Frames + t)) * gain).CopyTo(outLeft[t..]);
            (Vector256.LoadUnsafe(ref y, (nuint)(HearRight * Frames + t)) * gain).CopyTo(outRight[t..]);
            var left = Vector256.Create(inLeft.Slice(t, 8));
            var right = Vector256.Create(inRight.Slice(t, 8));
            for (var lane = 0; lane < Lanes; lane++)
            {
                var input = (lane & 4) == 0 ? left : right;
                var value = Vector256.LoadUnsafe(ref y, (nuint)(lane * Frames + t));
                value = (lane & 1) == 0 ? value + input : value - input;
                value.StoreUnsafe(ref _memory[lane * (_ring + Mirror) + _at + t]);
                peak = Vector256.Max(peak, Vector256.Abs(value));
            }
        }

        if (_at < Mirror)
        {
            CopyToMirror();
        }

        var most = Vector128.Max(peak.GetLower(), peak.GetUpper());
        return Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
    }

    private void CopyToMirror()
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            var line = _memory.AsSpan(lane * (_ring + Mirror), _ring + Mirror);
            var count = Math.Min(Frames, Mirror - _at);
            line.Slice(_at, count).CopyTo(line[(_ring + _at)..]);
        }
    }

    private static void Radix4(ref float y, int at, int stride)
    {
        var a = Vector256.LoadUnsafe(ref y, (nuint)at);
        var b = Vector256.LoadUnsafe(ref y, (nuint)(at + stride));
        var c = Vector256.LoadUnsafe(ref y, (nuint)(at + 2 * stride));
        var d = Vector256.LoadUnsafe(ref y, (nuint)(at + 3 * stride));
        var (ac, bd, acMinus, bdMinus) = (a + c, b + d, a - c, b - d);
        (ac + bd).StoreUnsafe(ref y, (nuint)at);
        (ac - bd).StoreUnsafe(ref y, (nuint)(at + stride));
        (acMinus + bdMinus).StoreUnsafe(ref y, (nuint)(at + 2 * stride));
        (acMinus - bdMinus).StoreUnsafe(ref y, (nuint)(at + 3 * stride));
    }

    private float Offset(int mover, long segment)
    {
        var turns = segment * Frames * s_movingHz[mover] / _rate + 0.25 * mover;
        return _motion * (float)DeterministicMath.Sin(2 * Math.PI * (turns - Math.Floor(turns)));
    }

    /// <summary>
    /// The shelf of a line: y[n] = b0 x[n] + b1 x[n-1] + p y[n-1], eight frames at a time by doubling (the sums of 1, 2, 4 and 8 terms), a
    /// quarter of it, as the matrix grows amplitudes by four.
    /// </summary>
    private readonly struct Shelf
    {
        private readonly Vector256<float> _b0;
        private readonly Vector256<float> _b1;
        private readonly Vector256<float> _p;
        private readonly Vector256<float> _p2;
        private readonly Vector256<float> _p4;
        private readonly Vector256<float> _powers;

        public Shelf(ReverbLines lines, int lane)
        {
            var p = -lines.A1[lane];
            var p2 = p * p;
            var p4 = p2 * p2;
            _b0 = Vector256.Create(0.25f * lines.B0[lane]);
            _b1 = Vector256.Create(0.25f * lines.B1[lane]);
            (_p, _p2, _p4) = (Vector256.Create(p), Vector256.Create(p2), Vector256.Create(p4));
            _powers = Vector256.Create(p, p2, p2 * p, p4, p4 * p, p4 * p2, p4 * p2 * p, p4 * p4);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Run(Vector256<float> x, ref float lastX, ref float lastY)
        {
            var before = Vector256.Shuffle(x, Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6)).WithElement(0, lastX);
            var sum = _b0 * x + _b1 * before;
            sum += Vector256.Shuffle(sum, Vector256.Create(8, 0, 1, 2, 3, 4, 5, 6)) * _p;
            sum += Vector256.Shuffle(sum, Vector256.Create(8, 8, 0, 1, 2, 3, 4, 5)) * _p2;
            sum += Vector256.Shuffle(sum, Vector256.Create(8, 8, 8, 8, 0, 1, 2, 3)) * _p4;
            sum += _powers * lastY;
            lastX = x.GetElement(7);
            lastY = sum.GetElement(7);
            return sum;
        }
    }
}

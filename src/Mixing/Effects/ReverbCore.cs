using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// The network behind <see cref="Reverb"/>: 16 lines side by side in memory, fed back through a Hadamard matrix, four of them slowly
/// moving. All 16 lanes of a frame are two vectors.
/// </summary>
internal sealed class ReverbCore
{
    private const int Lanes = ReverbLines.Count;
    private static readonly int[] s_moving = [1, 6, 11, 12];
    private static readonly double[] s_movingHz = [0.41, 0.59, 0.73, 0.97];
    private static readonly Vector256<float> s_four = Vector256.Create(1f, 1, 1, 1, -1, -1, -1, -1);
    private static readonly Vector256<float> s_two = Vector256.Create(1f, 1, -1, -1, 1, 1, -1, -1);
    private static readonly Vector256<float> s_one = Vector256.Create(1f, -1, 1, -1, 1, -1, 1, -1);
    private static readonly Vector256<int> s_swapTwo = Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5);
    private static readonly Vector256<int> s_swapOne = Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6);

    // Rows of a Hadamard matrix: each side hears all lines, and what both hear cancels over them.
    private static readonly float[] s_hearLeft = [1, -1, -1, 1, 1, -1, -1, 1, -1, 1, 1, -1, -1, 1, 1, -1];
    private static readonly float[] s_hearRight = [1, 1, -1, -1, -1, -1, 1, 1, 1, 1, -1, -1, -1, -1, 1, 1];

    private readonly int _rate;
    private readonly float _motion;
    private readonly int[] _delays;
    private readonly float[] _memory;
    private readonly int _mask;
    private readonly Vector256<float>[] _b0;
    private readonly Vector256<float>[] _b1;
    private readonly Vector256<float>[] _a1;
    private readonly Vector256<float>[] _state = new Vector256<float>[4];
    private readonly float[] _lanes = new float[Lanes];
    private readonly float[] _offsets = new float[8];
    private long _time;

    public ReverbCore(ReverbLines lines, double modulationSeconds, int rate)
    {
        _rate = rate;
        _delays = lines.Delays;
        _motion = (float)Math.Min(modulationSeconds * rate, 15);
        var frames = 1;
        while (frames < _delays.Max() + 32)
        {
            frames <<= 1;
        }

        _mask = frames - 1;
        _memory = new float[frames * Lanes];
        // The matrix of ±1 grows amplitudes by four; the absorption takes that back.
        _b0 = Pair(lines.B0, 0.25f);
        _b1 = Pair(lines.B1, 0.25f);
        _a1 = Pair(lines.A1, 1);
    }

    public int MemoryFrames => _mask + 1;

    /// <summary>Runs at most one segment; gives the largest magnitude that went into the lines.</summary>
    public float Run(
        ReadOnlySpan<float> inLeft,
        ReadOnlySpan<float> inRight,
        Span<float> outLeft,
        Span<float> outRight,
        float gain
    )
    {
        SetOffsets();
        var (hl0, hl1) = (Vector256.Create(s_hearLeft.AsSpan(0, 8)), Vector256.Create(s_hearLeft.AsSpan(8)));
        var (hr0, hr1) = (Vector256.Create(s_hearRight.AsSpan(0, 8)), Vector256.Create(s_hearRight.AsSpan(8)));
        var (x0, x1, y0, y1) = (_state[0], _state[1], _state[2], _state[3]);
        var peak = Vector256<float>.Zero;
        ref var memory = ref MemoryMarshal.GetArrayDataReference(_memory);
        ref var lanes = ref MemoryMarshal.GetArrayDataReference(_lanes);
        var phase = (int)(_time % Segments.Length);
        for (var n = 0; n < inLeft.Length; n++)
        {
            Gather(phase + n);
            var v0 = Vector256.LoadUnsafe(ref lanes);
            var v1 = Vector256.LoadUnsafe(ref lanes, 8);
            y0 = (_b0[0] * v0 + _b1[0] * x0) - _a1[0] * y0;
            y1 = (_b0[1] * v1 + _b1[1] * x1) - _a1[1] * y1;
            (x0, x1) = (v0, v1);
            outLeft[n] = gain * Sum(y0 * hl0 + y1 * hl1);
            outRight[n] = gain * Sum(y0 * hr0 + y1 * hr1);
            var into = Vector256.Create(Vector128.Create(inLeft[n]), Vector128.Create(inRight[n])) * s_one;
            var w0 = Butterfly(y0 + y1) + into;
            var w1 = Butterfly(y0 - y1) + into;
            var at = (nuint)((int)_time & _mask) * Lanes;
            w0.StoreUnsafe(ref memory, at);
            w1.StoreUnsafe(ref memory, at + 8);
            peak = Vector256.Max(peak, Vector256.Max(Vector256.Abs(w0), Vector256.Abs(w1)));
            _time++;
        }

        (_state[0], _state[1], _state[2], _state[3]) = (x0, x1, y0, y1);
        var most = Vector128.Max(peak.GetLower(), peak.GetUpper());
        return Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
    }

    /// <summary>Time goes on in silence: the lines are empty.</summary>
    public void Skip(int frames) => _time += frames;

    public void Clear()
    {
        Array.Clear(_memory);
        Array.Clear(_state);
    }

    public void Reset()
    {
        Clear();
        _time = 0;
    }

    private void Gather(int step)
    {
        var time = (int)_time;
        var memory = _memory;
        var lanes = _lanes;
        var delays = _delays;
        for (var lane = 0; lane < Lanes; lane++)
        {
            lanes[lane] = memory[((time - delays[lane]) & _mask) * Lanes + lane];
        }

        for (var m = 0; m < s_moving.Length; m++)
        {
            var lane = s_moving[m];
            var delay = delays[lane] + _offsets[m] + (_offsets[4 + m] - _offsets[m]) * (step * (1f / Segments.Length));
            lanes[lane] = Interpolate(lane, time, delay);
        }
    }

    /// <summary>Third-order Lagrange interpolation between four neighbours.</summary>
    private float Interpolate(int lane, int time, float delay)
    {
        var whole = (int)delay;
        var f = delay - whole;
        var a = _memory[((time - whole + 1) & _mask) * Lanes + lane];
        var b = _memory[((time - whole) & _mask) * Lanes + lane];
        var c = _memory[((time - whole - 1) & _mask) * Lanes + lane];
        var d = _memory[((time - whole - 2) & _mask) * Lanes + lane];
        return b
            + f
                * (
                    (c - a * (1f / 3) - b * 0.5f - d * (1f / 6))
                    + f * ((a + c) * 0.5f - b + f * ((d - a) * (1f / 6) + (b - c) * 0.5f))
                );
    }

    private void SetOffsets()
    {
        var segment = _time / Segments.Length;
        for (var m = 0; m < s_moving.Length; m++)
        {
            _offsets[m] = Offset(m, segment);
            _offsets[4 + m] = Offset(m, segment + 1);
        }
    }

    private float Offset(int m, long segment)
    {
        var turns = segment * Segments.Length * s_movingHz[m] / _rate + 0.25 * m;
        return _motion * (float)DeterministicMath.Sin(2 * Math.PI * (turns - Math.Floor(turns)));
    }

    private static Vector256<float>[] Pair(float[] lanes, float scale) =>
        [Vector256.Create(lanes.AsSpan(0, 8)) * scale, Vector256.Create(lanes.AsSpan(8)) * scale];

    private static Vector256<float> Butterfly(Vector256<float> v)
    {
        v = v * s_four + Vector256.Create(v.GetUpper(), v.GetLower());
        v = v * s_two + Vector256.Shuffle(v, s_swapTwo);
        return v * s_one + Vector256.Shuffle(v, s_swapOne);
    }

    private static float Sum(Vector256<float> v)
    {
        var four = v.GetLower() + v.GetUpper();
        return (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }
}

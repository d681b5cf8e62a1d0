using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>
/// Saws and pulses with unison: phases that wrap, and band-limited steps (<see cref="EdgeTable"/>) added where they do. A pulse is a saw less
/// the same saw later by its width.
/// </summary>
internal sealed class EdgeOscillator : Oscillator
{
    private const double Turn = 4294967296;
    private const int Length = Padded + EdgeTable.Taps;

    private readonly UnisonLayout _layout;
    private readonly uint[] _phases;
    private readonly uint[] _seconds;
    private readonly bool _isPulse;
    private readonly bool _isStereo;

    // Naive sound, later by the table's delay, and what the edges add to it.
    private readonly float[] _left = new float[Length];
    private readonly float[] _right = new float[Length];
    private readonly float[] _edgesLeft = new float[Length];
    private readonly float[] _edgesRight = new float[Length];
    private double _width;

    public EdgeOscillator(OscillatorSheet sheet, int rate)
        : this(sheet, new UnisonLayout(sheet), rate) { }

    /// <summary>With copies that lie elsewhere than a unison's.</summary>
    public EdgeOscillator(OscillatorSheet sheet, UnisonLayout layout, int rate)
        : base(sheet, rate)
    {
        _layout = layout;
        _phases = new uint[layout.Ratios.Length];
        _seconds = new uint[layout.Ratios.Length];
        _isPulse = sheet.Wave == Wave.Pulse;
        _isStereo = sheet.Spread > 0 && sheet.Unison > 1;
    }

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        Array.Clear(_left);
        Array.Clear(_right);
        Array.Clear(_edgesLeft);
        Array.Clear(_edgesRight);
        _width = Sheet.Width;
        for (var i = 0; i < _phases.Length; i++)
        {
            _phases[i] = double.IsNaN(Sheet.Phase)
                ? (uint)(Counter.Bits(seed, (ulong)i) >> 32)
                : (uint)(long)(Sheet.Phase / 360 * Turn);
            _seconds[i] = unchecked(_phases[i] + (uint)(long)(_width * Turn));
        }
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        var step = Frequency(controls.Key) / Rate * Turn;
        var width = Math.Clamp(Sheet.Width + controls.Width, 0.02, 0.98);
        var opening = _isPulse ? (width - _width) * Turn / count : 0;
        _left.AsSpan(EdgeTable.Delay, Padded).Clear();
        _right.AsSpan(EdgeTable.Delay, _isStereo ? Padded : 0).Clear();
        for (var i = 0; i < _phases.Length; i++)
        {
            var (l, r) = (_layout.Left[i] * Gain, _layout.Right[i] * Gain);
            var own = step * _layout.Ratios[i];
            if (own < 0.45 * Turn)
            {
                Saw(ref _phases[i], own, l, r, count);
                if (_isPulse)
                {
                    Saw(ref _seconds[i], Math.Max(own + opening, 1), -l, -r, count);
                }
            }
        }

        _width = width;
        Emit(_left, _edgesLeft, left, count);
        if (_isStereo)
        {
            Emit(_right, _edgesRight, right, count);
        }
        else if (!right.IsEmpty)
        {
            Emit(_left, _edgesLeft, right, count);
        }

        Shift(_left, _edgesLeft, count);
        if (_isStereo)
        {
            Shift(_right, _edgesRight, count);
        }
    }

    private void Saw(ref uint phase, double exactStep, float left, float right, int count)
    {
        var step = (uint)exactStep;
        var begin = phase;
        ref var l = ref MemoryMarshal.GetArrayDataReference(_left);
        ref var r = ref MemoryMarshal.GetArrayDataReference(_right);
        for (var i = 0; i < count; i += 8)
        {
            var at = (nuint)(i + EdgeTable.Delay);
            var x = Vector256.ConvertToSingle(Waves.Phases(unchecked(begin + (uint)i * step), step)) * Waves.PerPhase;
            (Vector256.LoadUnsafe(ref l, at) + x * left).StoreUnsafe(ref l, at);
            if (_isStereo)
            {
                (Vector256.LoadUnsafe(ref r, at) + x * right).StoreUnsafe(ref r, at);
            }
        }

        phase = unchecked(begin + (uint)count * step);
        Edges(unchecked(begin + 0x80000000u), step, left, right, count);
    }

    /// <summary>Adds an edge wherever a phase, told from its wrap on, passes a whole turn.</summary>
    private void Edges(uint begin, uint step, float left, float right, int count)
    {
        var wraps = (uint)(((ulong)begin + (ulong)step * (uint)count) >> 32);
        if (wraps == 0)
        {
            return;
        }

        var period = Turn / step;
        var time = (Turn - begin) / step;
        for (; wraps > 0; wraps--, time += period)
        {
            var frame = Math.Clamp((int)Math.Ceiling(time), 1, count);
            var row = Math.Clamp(frame - time, 0, 1) * EdgeTable.Rows;
            var whole = Math.Min((int)row, EdgeTable.Rows - 1);
            var between = (float)(row - whole);
            Edge(_edgesLeft, frame, whole, between, -2 * left);
            if (_isStereo)
            {
                Edge(_edgesRight, frame, whole, between, -2 * right);
            }
        }
    }

    private static void Edge(float[] edges, int frame, int row, float between, float height)
    {
        ref var table = ref EdgeTable.Steps[row * EdgeTable.Taps];
        ref var target = ref edges[frame];
        for (nuint k = 0; k < EdgeTable.Taps; k += 8)
        {
            var a = Vector256.LoadUnsafe(ref table, k);
            var b = Vector256.LoadUnsafe(ref table, k + EdgeTable.Taps);
            var value = a + (b - a) * between;
            (Vector256.LoadUnsafe(ref target, k) + value * height).StoreUnsafe(ref target, k);
        }
    }

    private static void Emit(float[] naive, float[] edges, Span<float> target, int count)
    {
        for (var i = 0; i < count; i += 8)
        {
            var sum = Vector256.Create(naive.AsSpan(i)) + Vector256.Create(edges.AsSpan(i));
            (Vector256.Create(target[i..]) + sum).CopyTo(target[i..]);
        }
    }

    private static void Shift(float[] naive, float[] edges, int count)
    {
        naive.AsSpan(count, EdgeTable.Delay).CopyTo(naive);
        edges.AsSpan(count, EdgeTable.Taps).CopyTo(edges);
        edges.AsSpan(EdgeTable.Taps).Clear();
    }
}

using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>A triangle with band-limited bends (<see cref="EdgeTable.Bends"/>).</summary>
internal sealed class TriangleOscillator(OscillatorSheet sheet, int rate) : Oscillator(sheet, rate)
{
    private const double Turn = 4294967296;
    private readonly float[] _naive = new float[Padded + EdgeTable.Taps];
    private readonly float[] _bends = new float[Padded + EdgeTable.Taps];
    private uint _phase;

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        Array.Clear(_naive);
        Array.Clear(_bends);
        _phase = double.IsNaN(Sheet.Phase)
            ? (uint)(Counter.Bits(seed, 0) >> 32)
            : (uint)(long)((Sheet.Phase / 360 + 0.25) * Turn);
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        var exact = Frequency(controls.Key) / Rate * Turn;
        if (exact < 0.45 * Turn)
        {
            Render((uint)exact, count);
        }
        else
        {
            _naive.AsSpan(EdgeTable.Delay, Padded).Clear();
        }

        for (var i = 0; i < count; i += 8)
        {
            var sum = (Vector256.Create(_naive.AsSpan(i)) + Vector256.Create(_bends.AsSpan(i))) * Gain;
            (Vector256.Create(left[i..]) + sum).CopyTo(left[i..]);
            if (!right.IsEmpty)
            {
                (Vector256.Create(right[i..]) + sum).CopyTo(right[i..]);
            }
        }

        _naive.AsSpan(count, EdgeTable.Delay).CopyTo(_naive);
        _bends.AsSpan(count, EdgeTable.Taps).CopyTo(_bends);
        _bends.AsSpan(EdgeTable.Taps).Clear();
    }

    private void Render(uint step, int count)
    {
        for (var i = 0; i < count; i += 8)
        {
            var x = Vector256.ConvertToSingle(Waves.Phases(unchecked(_phase + (uint)i * step), step)) * Waves.PerPhase;
            (Vector256.Abs(x) * 2f - Vector256.Create(1f)).CopyTo(_naive.AsSpan(i + EdgeTable.Delay));
        }

        // The slope turns up where the phase passes 0 and down where it passes half a turn: 4 a turn either way.
        var bend = (float)(8.0 * step / Turn);
        Bends(_phase, step, bend, count);
        Bends(unchecked(_phase + 0x80000000u), step, -bend, count);
        _phase = unchecked(_phase + (uint)count * step);
    }

    private void Bends(uint begin, uint step, float bend, int count)
    {
        var wraps = (uint)(((ulong)begin + (ulong)step * (uint)count) >> 32);
        var time = (Turn - begin) / step;
        for (; wraps > 0; wraps--, time += Turn / step)
        {
            var frame = Math.Clamp((int)Math.Ceiling(time), 1, count);
            var row = Math.Clamp(frame - time, 0, 1) * EdgeTable.Rows;
            var whole = Math.Min((int)row, EdgeTable.Rows - 1);
            var between = (float)(row - whole);
            for (var k = 0; k < EdgeTable.Taps; k++)
            {
                var a = EdgeTable.Bends[whole * EdgeTable.Taps + k];
                var b = EdgeTable.Bends[(whole + 1) * EdgeTable.Taps + k];
                _bends[frame + k] += (a + (b - a) * between) * bend;
            }
        }
    }
}

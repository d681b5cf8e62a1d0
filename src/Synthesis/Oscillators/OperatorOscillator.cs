using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// Frequency modulation after Chowning (1973) by operators in any order without loops, but for the first one's feedback. The index is
/// held so low at high keys that the side bands which count stay under 18.5 kHz.
/// </summary>
internal sealed class OperatorOscillator : Oscillator
{
    private const double Turn = 4294967296;
    private const double HighestBand = 18500;
    private readonly Operator[] _operators;

    public OperatorOscillator(OscillatorSheet sheet, int rate)
        : base(sheet, rate) => _operators = [.. sheet.Operators.Select(o => new Operator(o, rate))];

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        var phase = double.IsNaN(Sheet.Phase) ? 0 : (uint)(long)(Sheet.Phase / 360 * Turn);
        foreach (var one in _operators)
        {
            one.Start(key, velocity, phase);
        }
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        foreach (var one in _operators)
        {
            Array.Clear(one.Input);
        }

        var pitch = Frequency(controls.Key);
        for (var i = 0; i < _operators.Length; i++)
        {
            var one = _operators[i];
            var frequency = pitch * one.Sheet.Ratio * FastExponential.Exp2(one.Sheet.Fine / 1200);
            var (from, to) = (one.Level, one.Advance(count));
            var scale = one.Sheet.To < 0 ? one.Scale * Gain : Index(one, frequency, pitch, controls.Index);
            if (frequency > 0.45 * Rate)
            {
                one.Phase = 0;
                continue;
            }

            var step = (uint)(frequency / Rate * Turn);
            var (begin, slope) = ((float)(from * scale), (float)((to - from) * scale / count));
            var target = one.Sheet.To < 0 ? left : _operators[one.Sheet.To].Input;
            if (i == 0 && Sheet.Feedback > 0)
            {
                Bent(one, step, begin, slope, target, count);
            }
            else
            {
                Straight(one, step, begin, slope, target, one.Sheet.To < 0 ? right : [], count);
            }

            one.Phase = unchecked(one.Phase + (uint)count * step);
        }
    }

    private double Index(Operator one, double frequency, double pitch, double controlled)
    {
        var target = _operators[one.Sheet.To].Sheet.Ratio * pitch;
        var most = Math.Max(0, (HighestBand - target) / frequency - 1.5);
        return Math.Min(one.Scale * controlled, most) / Math.PI;
    }

    private static void Straight(
        Operator one,
        uint step,
        float begin,
        float slope,
        Span<float> target,
        Span<float> second,
        int count
    )
    {
        var ramp = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7) * slope + Vector256.Create(begin);
        for (var i = 0; i < count; i += 8)
        {
            var phase = Vector256.ConvertToSingle(Waves.Phases(unchecked(one.Phase + (uint)i * step), step));
            var bent = Waves.Wrap(phase * Waves.PerPhase + Vector256.Create(one.Input.AsSpan(i)));
            var y = Waves.Sine(bent) * (ramp + Vector256.Create(slope * i));
            (Vector256.Create(target[i..]) + y).CopyTo(target[i..]);
            if (!second.IsEmpty)
            {
                (Vector256.Create(second[i..]) + y).CopyTo(second[i..]);
            }
        }
    }

    /// <summary>The first operator, which nothing bends but the mean of its own last two samples (of two, so that it does not hunt).</summary>
    private void Bent(Operator one, uint step, float begin, float slope, Span<float> target, int count)
    {
        var (y1, y2) = (one.Last, one.BeforeLast);
        var feedback = (float)(Sheet.Feedback * 0.5 * 2147483000.0);
        for (var i = 0; i < count; i++)
        {
            var bent = (int)((y1 + y2) * feedback);
            var y = Waves.Sine(unchecked((int)(one.Phase + (uint)i * step) + bent) * Waves.PerPhase);
            (y2, y1) = (y1, y);
            target[i] += y * (begin + slope * i);
        }

        (one.Last, one.BeforeLast) = (y1, y2);
    }
}

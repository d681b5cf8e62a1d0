using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Nine sines as the drawbars of a tonewheel organ mix them: 16', 5 1/3', 8', 4', 2 2/3', 2', 1 3/5', 1 1/3', 1'; 3 dB a step.</summary>
internal sealed class OrganOscillator : Oscillator
{
    private const double Turn = 4294967296;
    private static readonly double[] s_ratios = [0.5, 1.5, 1, 2, 3, 4, 5, 6, 8];
    private readonly float[] _gains = new float[9];
    private readonly uint[] _phases = new uint[9];

    public OrganOscillator(OscillatorSheet sheet, int rate)
        : base(sheet, rate)
    {
        for (var i = 0; i < _gains.Length; i++)
        {
            var bar = sheet.Drawbars[i];
            _gains[i] = bar > 0 ? (float)(0.35 * Gain * DeterministicMath.FromDecibels(3 * (bar - 8))) : 0;
        }
    }

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        for (var i = 0; i < _phases.Length; i++)
        {
            _phases[i] = (uint)(Counter.Bits(seed, (ulong)i) >> 32);
        }
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        var turn = Frequency(controls.Key) / Rate * Turn;
        for (var h = 0; h < _gains.Length; h++)
        {
            var exact = turn * s_ratios[h];
            if (_gains[h] == 0 || exact > 0.4 * Turn)
            {
                continue;
            }

            var step = (uint)exact;
            for (var i = 0; i < count; i += 8)
            {
                var x = Vector256.ConvertToSingle(Waves.Phases(unchecked(_phases[h] + (uint)i * step), step));
                var y = Waves.Sine(x * Waves.PerPhase) * _gains[h];
                (Vector256.Create(left[i..]) + y).CopyTo(left[i..]);
                if (!right.IsEmpty)
                {
                    (Vector256.Create(right[i..]) + y).CopyTo(right[i..]);
                }
            }

            _phases[h] = unchecked(_phases[h] + (uint)count * step);
        }
    }
}

using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>A sine.</summary>
internal sealed class SineOscillator(OscillatorSheet sheet, int rate) : Oscillator(sheet, rate)
{
    private const double Turn = 4294967296;
    private uint _phase;

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed) =>
        _phase = double.IsNaN(Sheet.Phase)
            ? (uint)(Counter.Bits(seed, 0) >> 32)
            : (uint)(long)(Sheet.Phase / 360 * Turn);

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        var exact = Frequency(controls.Key) / Rate * Turn;
        if (exact >= 0.45 * Turn)
        {
            return;
        }

        var step = (uint)exact;
        for (var i = 0; i < count; i += 8)
        {
            var x = Vector256.ConvertToSingle(Waves.Phases(unchecked(_phase + (uint)i * step), step)) * Waves.PerPhase;
            var y = Waves.Sine(x) * Gain;
            (Vector256.Create(left[i..]) + y).CopyTo(left[i..]);
            if (!right.IsEmpty)
            {
                (Vector256.Create(right[i..]) + y).CopyTo(right[i..]);
            }
        }

        _phase = unchecked(_phase + (uint)count * step);
    }
}

namespace Troubadour.Synthesis;

/// <summary>A tone whose pitch falls exponentially, frame by frame: kicks, toms, congas. Triangle and square are bent at their edges.</summary>
internal sealed class DrumTone(DrumPartSheet sheet, int rate) : DrumPart(sheet, rate)
{
    private double _phase;
    private double _step;
    private double _bend;
    private double _bendFall;

    /// <inheritdoc/>
    protected override void Begin(in HitControls hit)
    {
        _phase = Sheet.Phase / 360;
        _step = Sheet.Pitch * hit.Pitch / Rate;
        _bend = Pitch.Ratio(Sheet.Bend) - 1;
        _bendFall = Pitch.Decay(3 * Sheet.BendTime, Rate);
    }

    /// <inheritdoc/>
    protected override void Fill(Span<float> sound, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var step = Math.Min(0.45, _step * (1 + _bend));
            _bend *= _bendFall;
            sound[i] = Value(_phase, step);
            _phase += step;
            _phase -= _phase >= 1 ? 1 : 0;
        }
    }

    private float Value(double phase, double step) =>
        Sheet.Wave switch
        {
            DrumWave.Sine => Waves.Sine((float)(phase < 0.5 ? 2 * phase : 2 * phase - 2)),
            DrumWave.Triangle => (float)(
                phase < 0.25 ? 4 * phase
                : phase < 0.75 ? 2 - 4 * phase
                : 4 * phase - 4
            ),
            _ => (float)(
                (phase < 0.5 ? 1 : -1) + Corner(phase, step) - Corner(phase < 0.5 ? phase + 0.5 : phase - 0.5, step)
            ),
        };

    /// <summary>A step of 2 at phase 0 rounded over a frame before and after it (Välimäki and Huovilainen 2007).</summary>
    private static double Corner(double phase, double step)
    {
        if (phase < step)
        {
            var x = phase / step;
            return x + x - x * x - 1;
        }

        if (phase > 1 - step)
        {
            var x = (phase - 1) / step;
            return x * x + x + x + 1;
        }

        return 0;
    }
}

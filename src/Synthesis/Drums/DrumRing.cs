using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// Struck wood, skin or metal: partials that ring and fall by themselves, the higher ones faster, each a rotation that shrinks.
/// </summary>
internal sealed class DrumRing(DrumPartSheet sheet, int rate) : DrumPart(sheet, rate)
{
    private readonly float[] _re = new float[sheet.Partials.Length];
    private readonly float[] _im = new float[sheet.Partials.Length];
    private readonly float[] _cos = new float[sheet.Partials.Length];
    private readonly float[] _sin = new float[sheet.Partials.Length];

    /// <inheritdoc/>
    protected override void Begin(in HitControls hit)
    {
        for (var i = 0; i < _re.Length; i++)
        {
            var hertz = Sheet.Pitch * hit.Pitch * Sheet.Partials[i];
            var audible = hertz < 0.42 * Rate;
            var angle = 2 * Math.PI * Math.Min(hertz, 0.42 * Rate) / Rate;
            // The part's own level falls too; a partial an octave up is gone in about half the time.
            var faster = Math.Max(0, Sheet.Partials[i] / Sheet.Partials[0] - 1);
            var shrink = Pitch.Decay(Sheet.Decay * hit.Decay / Math.Max(1e-3, faster), Rate);
            _cos[i] = (float)(shrink * DeterministicMath.Cos(angle));
            _sin[i] = (float)(shrink * DeterministicMath.Sin(angle));
            _re[i] = audible ? (float)(0.7 * DeterministicMath.FromDecibels(-Sheet.Fall * i)) : 0;
            _im[i] = 0;
        }
    }

    /// <inheritdoc/>
    protected override void Fill(Span<float> sound, int count)
    {
        for (var p = 0; p < _re.Length; p++)
        {
            var (re, im, cosine, sine) = (_re[p], _im[p], _cos[p], _sin[p]);
            for (var i = 0; i < count; i++)
            {
                sound[i] += im;
                (re, im) = (re * cosine - im * sine, re * sine + im * cosine);
            }

            (_re[p], _im[p]) = (Math.Abs(re) < 1e-12f ? 0 : re, Math.Abs(im) < 1e-12f ? 0 : im);
        }
    }
}

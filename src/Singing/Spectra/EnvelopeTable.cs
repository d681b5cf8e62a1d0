using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>
/// Cosines and sines that turn mel-cepstra into a log spectrum and its minimum phase on a grid of bins, with the formants moved by a
/// factor: the log magnitude at f is the sum of c[m] cos(m w), its phase minus the sum of c[m] sin(m w), where w is the all-pass warped
/// frequency of f / warp (mel-cepstral analysis: Tokuda et al. 1994). Immutable.
/// </summary>
internal sealed class EnvelopeTable
{
    private readonly float[] _cosines;
    private readonly float[] _sines;
    private readonly int _order;

    /// <summary>Makes the tables.</summary>
    /// <param name="order">Cepstral coefficients.</param>
    /// <param name="alpha">All-pass coefficient of the cepstra.</param>
    /// <param name="bins">Bins from 0 to the Nyquist frequency, inclusive.</param>
    /// <param name="warp">Formant factor: above 1 is a shorter vocal tract.</param>
    public EnvelopeTable(int order, double alpha, int bins, double warp)
    {
        _order = order;
        Bins = bins;
        Stride = (bins + FrameMath.Width - 1) / FrameMath.Width * FrameMath.Width;
        _cosines = new float[order * Stride];
        _sines = new float[order * Stride];
        for (var k = 0; k < bins; k++)
        {
            var linear = Math.Min(Math.PI * k / (bins - 1) / warp, Math.PI);
            var (sine, cosine) = (DeterministicMath.Sin(linear), DeterministicMath.Cos(linear));
            var w = linear + 2 * DeterministicMath.Atan(alpha * sine / (1 - alpha * cosine));
            for (var m = 0; m < order; m++)
            {
                _cosines[m * Stride + k] = (float)DeterministicMath.Cos(m * w);
                _sines[m * Stride + k] = -(float)DeterministicMath.Sin(m * w);
            }
        }
    }

    /// <summary>Bins of the grid.</summary>
    public int Bins { get; }

    /// <summary>The length of spans for one frame: the bins, rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Log magnitude and phase of one frame.</summary>
    public void Evaluate(ReadOnlySpan<float> cepstrum, Span<float> logMagnitude, Span<float> phase)
    {
        logMagnitude.Clear();
        phase.Clear();
        for (var m = 0; m < _order; m++)
        {
            FrameMath.AddScaled(logMagnitude, _cosines.AsSpan(m * Stride, Stride), cepstrum[m]);
            if (m > 0)
            {
                FrameMath.AddScaled(phase, _sines.AsSpan(m * Stride, Stride), cepstrum[m]);
            }
        }
    }

    /// <summary>Log magnitude alone.</summary>
    public void Evaluate(ReadOnlySpan<float> cepstrum, Span<float> logMagnitude)
    {
        logMagnitude.Clear();
        for (var m = 0; m < _order; m++)
        {
            FrameMath.AddScaled(logMagnitude, _cosines.AsSpan(m * Stride, Stride), cepstrum[m]);
        }
    }
}

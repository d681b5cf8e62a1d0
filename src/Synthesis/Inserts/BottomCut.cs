using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>A high-pass of the first order for two channels.</summary>
internal sealed class BottomCut(double hertz, int rate)
{
    private readonly float _weight = (float)(1 - FastExponential.Exp2(-9.06472028365 * hertz / rate));
    private readonly float[] _low = new float[2];

    /// <summary>Forgets what it heard.</summary>
    public void Reset() => Array.Clear(_low);

    /// <summary>Works in place on a channel, 0 or 1.</summary>
    public void Process(Span<float> samples, int channel)
    {
        var low = _low[channel];
        for (var i = 0; i < samples.Length; i++)
        {
            low += (samples[i] - low) * _weight;
            samples[i] -= low;
        }

        _low[channel] = low;
    }
}

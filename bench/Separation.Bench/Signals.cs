using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>Sums, and how near an estimate comes to the truth.</summary>
internal static class Signals
{
    /// <summary>Adds a sound to another.</summary>
    public static void Add(AudioBuffer sum, AudioBuffer sound)
    {
        for (var i = 0; i < Math.Min(sum.Length, sound.Length); i++)
        {
            sum.Left[i] += sound.Left[i];
            sum.Right[i] += sound.Right[i];
        }
    }

    /// <summary>One sound less another.</summary>
    public static AudioBuffer Difference(AudioBuffer one, AudioBuffer other)
    {
        var difference = new AudioBuffer(one.Length);
        for (var i = 0; i < one.Length; i++)
        {
            difference.Left[i] = one.Left[i] - other.Left[i];
            difference.Right[i] = one.Right[i] - other.Right[i];
        }

        return difference;
    }

    /// <summary>
    /// Signal-to-distortion ratio and the scale-invariant one (Le Roux et al., SDR - half-baked or well done?, ICASSP 2019), in dB, over the
    /// whole song and both channels.
    /// </summary>
    public static (double Sdr, double SiSdr) Score(AudioBuffer truth, AudioBuffer estimate)
    {
        double power = 0,
            product = 0,
            own = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            power += (double)truth.Left[i] * truth.Left[i] + (double)truth.Right[i] * truth.Right[i];
            product += (double)truth.Left[i] * estimate.Left[i] + (double)truth.Right[i] * estimate.Right[i];
            own += (double)estimate.Left[i] * estimate.Left[i] + (double)estimate.Right[i] * estimate.Right[i];
        }

        var wrong = power - 2 * product + own;
        var aligned = product * product / power;
        return (10 * Math.Log10(power / (wrong + 1e-12)), 10 * Math.Log10(aligned / (own - aligned + 1e-12)));
    }
}

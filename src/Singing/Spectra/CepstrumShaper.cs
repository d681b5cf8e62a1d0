using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>Makes generated cepstra fit for singing: sharper formants at the same energy, evener vowels, slow drift.</summary>
internal sealed class CepstrumShaper
{
    private const int CoarseBins = 65;
    private const double MostCorrection = 9;
    private const int Smoothing = 8;

    private readonly EnvelopeTable _table;
    private readonly float[] _log;

    /// <summary>Makes a shaper for cepstra of a voice.</summary>
    public CepstrumShaper(int order, double alpha)
    {
        _table = new EnvelopeTable(order, alpha, CoarseBins, 1);
        _log = new float[_table.Stride];
    }

    /// <summary>
    /// Scales the coefficients from the third on (formant emphasis in the cepstral domain: Koishida et al. 1995) and takes back the
    /// change of energy.
    /// </summary>
    /// <param name="track">The track.</param>
    /// <param name="strength">0 leaves it, .3 is moderate.</param>
    /// <returns>Energy of each frame in dB.</returns>
    public double[] Sharpen(SpectralTrack track, double strength)
    {
        var energies = new double[track.Voiced.Length];
        for (var t = 0; t < energies.Length; t++)
        {
            var frame = track.Frame(t);
            var before = LogEnergy(frame);
            if (strength > 0)
            {
                for (var m = 2; m < frame.Length; m++)
                {
                    frame[m] *= (float)(1 + strength);
                }

                frame[0] += (float)((before - LogEnergy(frame)) / 2);
            }

            energies[t] = before * 4.342944819;
        }

        return energies;
    }

    /// <summary>Gains in dB a frame that pull the vowels' energy towards their median.</summary>
    /// <param name="energies">Energy of each frame in dB.</param>
    /// <param name="plan">The phones.</param>
    /// <param name="amount">0 to 1.</param>
    public static double[] EvenVowels(double[] energies, IReadOnlyList<PlannedPhone> plan, double amount)
    {
        var vowels = new List<double>();
        foreach (var phone in plan.Where(p => p.Phone.IsVowel))
        {
            vowels.AddRange(energies[phone.FirstFrame..phone.EndFrame]);
        }

        vowels.Sort();
        var median = vowels[vowels.Count / 2];
        var gains = new double[energies.Length];
        foreach (var phone in plan.Where(p => p.Phone.IsVowel))
        {
            for (var t = phone.FirstFrame; t < phone.EndFrame; t++)
            {
                gains[t] = Math.Clamp((median - energies[t]) * amount, -MostCorrection, MostCorrection);
            }
        }

        return Smooth(gains);
    }

    /// <summary>Adds slow random movement to the low coefficients, so that held vowels are never frozen.</summary>
    public static void Drift(SpectralTrack track, RandomStream random, double depth, double frameSeconds)
    {
        const int Moving = 9;
        for (var m = 1; m < Moving; m++)
        {
            var (rate, phase) = (random.Next(1, 3), random.Next(0, 6.28));
            var (rate2, phase2) = (random.Next(0.3, 1.2), random.Next(0, 6.28));
            for (var t = 0; t < track.Voiced.Length; t++)
            {
                var time = t * frameSeconds * 6.283185307;
                var movement =
                    DeterministicMath.Sin(rate * time + phase) + DeterministicMath.Sin(rate2 * time + phase2);
                track.Frame(t)[m] += (float)(depth * movement);
            }
        }
    }

    private double LogEnergy(ReadOnlySpan<float> frame)
    {
        _table.Evaluate(frame, _log);
        var sum = 0.0;
        for (var k = 0; k < CoarseBins; k++)
        {
            sum += DeterministicMath.Exp(2 * _log[k]);
        }

        return DeterministicMath.Log(sum / CoarseBins + 1e-12);
    }

    private static double[] Smooth(double[] gains)
    {
        var kernel = new double[2 * Smoothing + 1];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = 0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * (i + 1) / (kernel.Length + 1));
        }

        var total = kernel.Sum();
        var smooth = new double[gains.Length];
        for (var t = 0; t < gains.Length; t++)
        {
            for (var i = 0; i < kernel.Length; i++)
            {
                var at = t + i - Smoothing;
                smooth[t] += at >= 0 && at < gains.Length ? kernel[i] * gains[at] / total : 0;
            }
        }

        return smooth;
    }
}

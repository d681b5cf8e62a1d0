using System.Collections.Immutable;
using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>The long-term spectrum in octave bands, both channels' mean.</summary>
internal static class Spectrum
{
    private const int Size = 8192;
    private static readonly double[] s_centres = [31.5, 63, 125, 250, 500, 1000, 2000, 4000, 8000, 16000];

    public static ImmutableArray<OctaveBand> Of(AudioBuffer audio)
    {
        var spectra = new PowerSpectra(audio, Size, Size);
        var power = new double[s_centres.Length];
        var (first, second) = (new float[spectra.Bins], new float[spectra.Bins]);
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            spectra.Pair(frame, first, second);
            for (var b = 0; b < power.Length; b++)
            {
                power[b] +=
                    Sum(first, s_centres[b], audio.Rate)
                    + (frame + 1 < spectra.Count ? Sum(second, s_centres[b], audio.Rate) : 0);
            }
        }

        var total = power.Sum();
        return
        [
            .. s_centres.Select(
                (hz, b) =>
                    new OctaveBand(
                        hz,
                        power[b] <= total * 1e-12 ? null : 10 * DeterministicMath.Log10(power[b] / total)
                    )
            ),
        ];
    }

    private static double Sum(float[] power, double centre, int rate)
    {
        var from = (int)Math.Ceiling(centre / Math.Sqrt(2) * Size / rate);
        var to = Math.Min(power.Length, (int)Math.Ceiling(centre * Math.Sqrt(2) * Size / rate));
        var sum = 0.0;
        for (var k = from; k < to; k++)
        {
            sum += power[k];
        }

        return sum;
    }
}

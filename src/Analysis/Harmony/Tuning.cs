using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>The reference pitch of a song: the circular mean of how far its spectral peaks lie from the keys of A = 440 Hz.</summary>
internal static class Tuning
{
    private const int Size = 16384;
    private const double LowestHz = 110;
    private const double HighestHz = 1760;

    /// <summary>The frequency of the key 69, from 427.5 to 452.9 Hz; 440 for sound without tones.</summary>
    public static double Of(AudioBuffer audio)
    {
        var spectra = new PowerSpectra(audio, Size, audio.Rate);
        var (re, im) = (0.0, 0.0);
        var (first, second) = (new float[spectra.Bins], new float[spectra.Bins]);
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            spectra.Pair(frame, first, second);
            Peaks(first, audio.Rate, ref re, ref im);
            Peaks(second, audio.Rate, ref re, ref im);
        }

        return 440 * DeterministicMath.Exp2(Angle(re, im) / (2 * Math.PI) / 12);
    }

    private static void Peaks(float[] power, int rate, ref double re, ref double im)
    {
        var (low, high) = ((int)(LowestHz * Size / rate), (int)(HighestHz * Size / rate));
        for (var k = low; k < high; k++)
        {
            if (power[k] <= 1e-6 || power[k] < power[k - 1] || power[k] <= power[k + 1])
            {
                continue;
            }

            var (a, b, c) = (Log(power[k - 1]), Log(power[k]), Log(power[k + 1]));
            var hertz = (k + Onsets.Vertex(a, b, c)) * rate / Size;
            var turn = 2 * Math.PI * 12 * DeterministicMath.Log2(hertz / 440);
            var weight = Math.Sqrt(power[k]);
            re += weight * DeterministicMath.Cos(turn);
            im += weight * DeterministicMath.Sin(turn);
        }
    }

    private static double Log(float power) => DeterministicMath.Log(power + 1e-20);

    private static double Angle(double re, double im)
    {
        if (re == 0 && im == 0)
        {
            return 0;
        }

        // The half angle, so that one arc tangent serves all quadrants.
        var length = Math.Sqrt(re * re + im * im);
        return length + re <= 1e-12 * length ? Math.PI : 2 * DeterministicMath.Atan(im / (length + re));
    }
}

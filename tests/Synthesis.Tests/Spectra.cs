using Troubadour.Audio;

namespace Troubadour.Synthesis.Tests;

/// <summary>Spectra of steady sound.</summary>
internal static class Spectra
{
    public const int Size = 32768;

    /// <summary>Magnitudes of the bins 0 to <see cref="Size"/>/2, by a Blackman-Harris window of four terms (side lobes under -92 dB).</summary>
    public static double[] Of(ReadOnlySpan<float> samples)
    {
        var real = new float[Size];
        var imaginary = new float[Size];
        for (var i = 0; i < Size; i++)
        {
            var x = 2 * Math.PI * i / Size;
            var w = 0.35875 - 0.48829 * Math.Cos(x) + 0.14128 * Math.Cos(2 * x) - 0.01168 * Math.Cos(3 * x);
            real[i] = (float)(samples[i] * w);
        }

        new Fft(Size).Forward(real, imaginary);
        return
        [
            .. Enumerable
                .Range(0, Size / 2)
                .Select(k => Math.Sqrt((double)real[k] * real[k] + (double)imaginary[k] * imaginary[k])),
        ];
    }

    /// <summary>Decibels of the strongest bin under <paramref name="highest"/> Hz that is no harmonic, beside the strongest one of all.</summary>
    public static double Aliases(double[] spectrum, double fundamental, double highest, double spreadHertz = 0)
    {
        var perBin = (double)SampleRate.House / Size;
        var peak = spectrum.Max();
        var worst = 0.0;
        for (var k = 8; k * perBin < highest; k++)
        {
            var harmonic = Math.Max(1, Math.Round(k * perBin / fundamental));
            var distance = Math.Abs(k * perBin - harmonic * fundamental);
            if (distance > 6 * perBin + harmonic * spreadHertz)
            {
                worst = Math.Max(worst, spectrum[k]);
            }
        }

        return 20 * Math.Log10(worst / peak);
    }
}

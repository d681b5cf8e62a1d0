using Troubadour.Audio;

namespace Troubadour.Singing.Measures;

/// <summary>Levels of a sound over time and frequency: Hann windows of 32 ms at 16 kHz.</summary>
public sealed class Spectrogram
{
    private const int Length = 512;
    private const int Rate = 16000;
    private readonly Fft _fft = new(Length);

    /// <summary>The levels around one moment, in decibels, from 0 to 8000 Hz in steps of 31.25 Hz; a full-scale sine has 0.</summary>
    /// <param name="samples">Mono at 16 kHz.</param>
    /// <param name="seconds">The moment; outside the sound is silence.</param>
    public double[] At(ReadOnlySpan<float> samples, double seconds)
    {
        var (real, imaginary) = (new float[Length], new float[Length]);
        var first = (int)(seconds * Rate) - Length / 2;
        for (var i = 0; i < Length; i++)
        {
            if (first + i >= 0 && first + i < samples.Length)
            {
                var hann = 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / Length);
                real[i] = (float)(samples[first + i] * hann);
            }
        }

        _fft.Forward(real, imaginary);
        var levels = new double[Length / 2 + 1];
        for (var k = 0; k < levels.Length; k++)
        {
            // A full-scale sine gives half its length in a bin, and half of that under a Hann window.
            var amplitude = Math.Sqrt(real[k] * real[k] + imaginary[k] * imaginary[k]) / (Length / 4.0);
            levels[k] = 20 * Math.Log10(amplitude + 1e-9);
        }

        return levels;
    }
}

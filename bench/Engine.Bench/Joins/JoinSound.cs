using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>How a recording changes at a moment: by how much its loudness steps, and how much new comes into its spectrum.</summary>
internal sealed class JoinSound(AudioBuffer sound)
{
    private const double Around = 0.4;
    private const int Frame = 1024;
    private const int Hop = 256;
    private const double Near = 0.05;

    private readonly Fft _fft = new(Frame);

    /// <summary>LUFS of the 400 ms after a second less those of the 400 ms before it.</summary>
    public double Step(double second) => Loudness(second) - Loudness(second - Around);

    /// <summary>The largest half-wave rectified spectral flux (decibels a bin, Bello et al. 2005) within 50 ms of a second.</summary>
    public double Flux(double second)
    {
        var last = Spectrum((int)((second - Near) * sound.Rate) - Hop);
        var most = 0.0;
        for (var at = (int)((second - Near) * sound.Rate); at < (second + Near) * sound.Rate; at += Hop)
        {
            var next = Spectrum(at);
            most = Math.Max(most, next.Zip(last, (n, l) => Math.Max(0, n - l)).Average());
            last = next;
        }

        return most;
    }

    private double Loudness(double second)
    {
        var from = (int)Math.Round(second * sound.Rate);
        var slice = new AudioBuffer((int)(Around * sound.Rate) + 1, sound.Rate);
        for (var i = 0; i < slice.Length; i++)
        {
            var at = Math.Clamp(from + i, 0, sound.Length - 1);
            (slice.Left[i], slice.Right[i]) = (sound.Left[at], sound.Right[at]);
        }

        return Math.Max(-70, LoudnessMeter.Of(slice).Integrated);
    }

    private double[] Spectrum(int from)
    {
        var real = new float[Frame];
        var imaginary = new float[Frame];
        for (var i = 0; i < Frame; i++)
        {
            var at = Math.Clamp(from + i - Frame / 2, 0, sound.Length - 1);
            real[i] = (float)((0.5 - 0.5 * Math.Cos(2 * Math.PI * i / Frame)) * (sound.Left[at] + sound.Right[at]));
        }

        _fft.Forward(real, imaginary);
        return
        [
            .. Enumerable
                .Range(1, Frame / 2 - 1)
                .Select(bin => 10 * Math.Log10(real[bin] * real[bin] + imaginary[bin] * imaginary[bin] + 1e-3)),
        ];
    }
}

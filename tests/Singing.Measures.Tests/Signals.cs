using Troubadour.Music;

namespace Troubadour.Singing.Measures.Tests;

/// <summary>Signals of which everything is known.</summary>
internal static class Signals
{
    /// <summary>A harmonic tone whose partials fall by 12 dB an octave, up to 90 % of the Nyquist frequency.</summary>
    public static float[] Tone(int rate, double seconds, Func<double, double> hertz, double peak = 0.3)
    {
        var samples = new float[(int)(rate * seconds)];
        var phase = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var f = hertz((double)i / rate);
            phase += 2 * Math.PI * f / rate;
            var x = 0.0;
            for (var k = 1; k * f < 0.45 * rate && k < 60; k++)
            {
                x += Math.Sin(k * phase) / (k * k);
            }

            samples[i] = (float)(peak * x);
        }

        return samples;
    }

    /// <summary>White noise of a given power.</summary>
    public static float[] Noise(int count, double power)
    {
        var random = new RandomStream(1, "noise");
        return [.. Enumerable.Range(0, count).Select(_ => (float)(Math.Sqrt(power) * random.NextNormal()))];
    }

    /// <summary>Pulses through a filter whose log amplitude is a cosine series on the mel axis.</summary>
    /// <param name="hertz">The pitch of the pulses.</param>
    /// <param name="cepstrum">Coefficients from 1 on by second, in nepers.</param>
    public static float[] Pulses(double seconds, double hertz, Func<double, double[]> cepstrum)
    {
        const double Alpha = 0.42;
        var samples = new float[(int)(MelCepstrum.Rate * seconds)];
        for (var i = 0; i < samples.Length; i++)
        {
            var coefficients = cepstrum((double)i / MelCepstrum.Rate);
            var x = 0.0;
            for (var k = 1; k * hertz < MelCepstrum.Rate / 2.0; k++)
            {
                var omega = 2 * Math.PI * k * hertz / MelCepstrum.Rate;
                var mel = omega + 2 * Math.Atan(Alpha * Math.Sin(omega) / (1 - Alpha * Math.Cos(omega)));
                var log = coefficients.Select((c, m) => c * Math.Cos((m + 1) * mel)).Sum();
                x += Math.Exp(log) * Math.Cos(omega * i);
            }

            samples[i] = (float)(0.01 * x);
        }

        return samples;
    }

    public static double Power(float[] samples) => samples.Average(x => (double)x * x);
}

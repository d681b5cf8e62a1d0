using Troubadour.Audio;

namespace Troubadour.Analysis.Tests;

/// <summary>Signals with known properties.</summary>
internal static class Signals
{
    public const int Rate = 44100;

    public static float[] Sine(double hertz, double amplitude, double seconds) =>
        Make(seconds, t => amplitude * Math.Sin(2 * Math.PI * hertz * t));

    /// <summary>A voice-like tone: harmonics falling by 6 dB an octave, up to 5 kHz, of a pitch that may move.</summary>
    public static float[] Voice(Func<double, double> hertz, double seconds)
    {
        var phase = 0.0;
        return Make(
            seconds,
            t =>
            {
                phase += hertz(t) / Rate;
                var sum = 0.0;
                for (var h = 1; h * hertz(t) < 5000; h++)
                {
                    sum += Math.Sin(2 * Math.PI * h * phase) / h;
                }

                return 0.3 * sum;
            }
        );
    }

    public static float[] Noise(int seed, double amplitude, double seconds)
    {
        var state = (ulong)seed * 0x9E3779B97F4A7C15UL + 1;
        return Make(
            seconds,
            _ =>
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                return amplitude * ((state >> 11) / (double)(1UL << 52) - 1);
            }
        );
    }

    /// <summary>Noise bursts, one every interval.</summary>
    public static float[] Hits(double interval, double seconds, double first = 0.1)
    {
        var noise = Noise(3, 0.5, seconds);
        for (var i = 0; i < noise.Length; i++)
        {
            var t = (double)i / Rate - first;
            noise[i] *= t < 0 ? 0 : (float)Math.Exp(-(t % interval) / 0.03);
        }

        return noise;
    }

    public static AudioBuffer Buffer(float[] left, float[]? right = null)
    {
        var buffer = new AudioBuffer(left.Length);
        left.CopyTo(buffer.Left, 0);
        (right ?? left).CopyTo(buffer.Right, 0);
        return buffer;
    }

    private static float[] Make(double seconds, Func<double, double> at)
    {
        var samples = new float[(int)(seconds * Rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)at((double)i / Rate);
        }

        return samples;
    }
}

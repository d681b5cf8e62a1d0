namespace Troubadour.Mixing.Tests;

/// <summary>Signals with known properties.</summary>
internal static class Signals
{
    public const int Rate = 44100;

    public static float[] Sine(double frequency, double amplitude, int length)
    {
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            samples[i] = (float)(amplitude * Math.Sin(2 * Math.PI * frequency * i / Rate));
        }

        return samples;
    }

    public static float[] Noise(int seed, double amplitude, int length)
    {
        var state = (ulong)seed * 0x9E3779B97F4A7C15UL + 1;
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            samples[i] = (float)(amplitude * ((state >> 11) / (double)(1UL << 52) - 1));
        }

        return samples;
    }

    /// <summary>Noise bursts that decay, one every <paramref name="every"/> frames.</summary>
    public static float[] Hits(int seed, double amplitude, int every, int length)
    {
        var samples = Noise(seed, amplitude, length);
        for (var i = 0; i < length; i++)
        {
            samples[i] *= (float)Math.Exp(-(i % every) / 1500.0);
        }

        return samples;
    }

    public static double Db(double ratio) => 20 * Math.Log10(ratio);

    public static double Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / samples.Length);
    }
}

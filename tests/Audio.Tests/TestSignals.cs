namespace Troubadour.Audio.Tests;

/// <summary>Signals with known properties.</summary>
internal static class TestSignals
{
    public static float[] Sine(double frequency, double amplitude, int length, int rate = 44100, double phase = 0)
    {
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            samples[i] = (float)(amplitude * Math.Sin(2 * Math.PI * frequency * i / rate + phase));
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

    public static AudioBuffer Stereo(float[] left, float[] right, int rate = 44100)
    {
        var buffer = new AudioBuffer(left.Length, rate);
        left.CopyTo(buffer.Left, 0);
        right.CopyTo(buffer.Right, 0);
        return buffer;
    }

    /// <summary>The amplitude of one frequency, by the discrete Fourier transform at it under a Hann window.</summary>
    public static double Amplitude(ReadOnlySpan<float> samples, double frequency, int rate = 44100)
    {
        double re = 0,
            im = 0,
            sum = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var w = 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / samples.Length);
            var a = 2 * Math.PI * frequency * i / rate;
            re += w * samples[i] * Math.Cos(a);
            im += w * samples[i] * Math.Sin(a);
            sum += w;
        }

        return 2 * Math.Sqrt(re * re + im * im) / sum;
    }
}

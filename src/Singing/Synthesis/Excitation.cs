using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>The source of the voice: band-limited pulses at fractional positions, and noise, both of unit power and white.</summary>
internal sealed class Excitation
{
    private const int Half = 12;
    private const int Phases = 128;

    private static readonly float[] Kernels = MakeKernels();

    private Excitation(int length)
    {
        Pulses = new float[length];
        Noise = new float[length];
    }

    /// <summary>The pulses; zero where nothing is voiced.</summary>
    public float[] Pulses { get; }

    /// <summary>The noise.</summary>
    public float[] Noise { get; }

    /// <summary>Makes the source of a phrase.</summary>
    /// <param name="controls">Pitch and voicing by frame.</param>
    /// <param name="hop">Samples a frame.</param>
    /// <param name="rate">Samples a second.</param>
    /// <param name="thick">True for a synthesizer's source: trains on both sides of the pitch and one an octave lower.</param>
    /// <param name="random">Noise.</param>
    /// <returns>Signals that start one hop before frame 0 and end one hop after the last frame.</returns>
    public static Excitation Make(ControlTrack controls, int hop, int rate, bool thick, RandomStream random)
    {
        var source = new Excitation((controls.Length + 2) * hop);
        source.AddTrain(controls, hop, rate, 1, thick ? 0.65f : 1f);
        if (thick)
        {
            source.AddTrain(controls, hop, rate, 1.006, 0.45f);
            source.AddTrain(controls, hop, rate, 0.994, 0.45f);
            source.AddTrain(controls, hop, rate, 0.5, 0.4f);
        }

        source.AddNoise(random);
        return source;
    }

    private void AddTrain(ControlTrack controls, int hop, int rate, double ratio, float level)
    {
        var phase = 0.5;
        for (var t = 0; t < controls.Length; t++)
        {
            if (!controls.Voiced[t])
            {
                phase = 0.5;
                continue;
            }

            var next = Math.Min(t + 1, controls.Length - 1);
            var (from, to) = (controls.Hertz[t] * ratio / rate, controls.Hertz[next] * ratio / rate);
            var start = t * hop + hop - hop / 2;
            for (var n = 0; n < hop; n++)
            {
                var step = from + (to - from) * n / hop;
                phase += step;
                if (phase >= 1)
                {
                    phase -= 1;
                    AddPulse(start + n - phase / step, level / (float)Math.Sqrt(step));
                }
            }
        }
    }

    private void AddPulse(double position, float amplitude)
    {
        var whole = (int)Math.Floor(position);
        var kernel = (int)((position - whole) * Phases) * 2 * Half;
        var first = whole - Half + 1;
        if (first < 0 || first + 2 * Half > Pulses.Length)
        {
            return;
        }

        for (var i = 0; i < 2 * Half; i++)
        {
            Pulses[first + i] += amplitude * Kernels[kernel + i];
        }
    }

    // Three uniform samples from each 64 bits; uniform noise of this width has unit variance.
    private void AddNoise(RandomStream random)
    {
        const float Scale = 3.46410162f / (1 << 21);
        for (var i = 0; i < Noise.Length; i += 3)
        {
            var bits = random.NextBits();
            for (var k = i; k < Math.Min(i + 3, Noise.Length); k++, bits >>= 21)
            {
                Noise[k] = ((int)(bits & 0x1FFFFF) - 0x100000) * Scale;
            }
        }
    }

    // Hann-windowed sinc functions centred between taps Half - 1 and Half, delayed by a fraction.
    private static float[] MakeKernels()
    {
        var kernels = new float[Phases * 2 * Half];
        for (var p = 0; p < Phases; p++)
        {
            for (var i = 0; i < 2 * Half; i++)
            {
                var x = i - (Half - 1) - (p + 0.5) / Phases;
                var window = 0.5 + 0.5 * DeterministicMath.Cos(Math.PI * x / Half);
                kernels[p * 2 * Half + i] = (float)(
                    Math.Abs(x) < Half ? window * DeterministicMath.Sin(Math.PI * x) / (Math.PI * x) : 0
                );
            }
        }

        return kernels;
    }
}

using Troubadour.Audio;

namespace Troubadour.Rendering.Bench;

/// <summary>How one note of ours differs from FluidSynth's.</summary>
/// <param name="Level">Ours over theirs in dB, over the whole recording; their constant 1.2 dB are taken off.</param>
/// <param name="Envelope">Mean absolute difference in dB of frames of 20 ms, over frames above -50 dB of the note's highest.</param>
/// <param name="Spectrum">Mean absolute difference in dB of third octaves within 40 dB of the loudest.</param>
/// <param name="Cents">Difference of the strongest partial's pitch; null where it cannot be measured.</param>
internal sealed record NoteComparison(double Level, double Envelope, double Spectrum, double? Cents)
{
    /// <summary>FluidSynth's voices are louder by so many dB: it gives a filter without resonance 1.5 dB of gain.</summary>
    public const double ItsGain = 1.2;

    /// <summary>Frames that are compared: a second of note and half a second of release.</summary>
    public const int Frames = SampleRate.House * 3 / 2;

    /// <summary>Most frames that their note may begin later: it starts on a grid of 64.</summary>
    public const int MostDelay = 256;

    private const int EnvelopeFrame = SampleRate.House / 50;
    private const int SpectrumLength = 65536;

    /// <summary>Compares; null if theirs is silent.</summary>
    /// <param name="ours">Left and right from the note's start.</param>
    /// <param name="theirs">Left and right from the note's start, <see cref="MostDelay"/> longer than what is compared.</param>
    public static NoteComparison? Of(
        (ReadOnlyMemory<float> Left, ReadOnlyMemory<float> Right) ours,
        (ReadOnlyMemory<float> Left, ReadOnlyMemory<float> Right) theirs
    )
    {
        var a = new[] { ours.Left[..Frames].ToArray(), ours.Right[..Frames].ToArray() };
        var b = new[] { theirs.Left.ToArray(), theirs.Right.ToArray() };
        var delay = Delay(a[0].Zip(a[1], (l, r) => l + r).ToArray(), b[0].Zip(b[1], (l, r) => l + r).ToArray());
        b = [.. b.Select(channel => channel.AsSpan(delay, Frames).ToArray())];
        var (ourEnvelope, theirEnvelope) = (EnvelopeOf(a), EnvelopeOf(b));
        if (theirEnvelope.Max() < 1e-9)
        {
            return null;
        }

        var (ourSpectrum, theirSpectrum) = (Power(a, 0, Frames), Power(b, 0, Frames));
        return new NoteComparison(
            Decibels(ourEnvelope.Sum(), theirEnvelope.Sum()),
            Difference(ourEnvelope, theirEnvelope, 1e-5),
            Difference(Bands(ourSpectrum), Bands(theirSpectrum), 1e-4),
            PitchDifference(a, b)
        );
    }

    private static double Decibels(double ours, double theirs) =>
        10 * Math.Log10((ours + 1e-15) / (theirs + 1e-15)) + ItsGain;

    private static double Difference(double[] ours, double[] theirs, double share)
    {
        var least = theirs.Max() * share;
        return ours.Zip(theirs)
            .Where(pair => pair.Second > least)
            .Average(pair => Math.Abs(Decibels(Math.Max(pair.First, 1e-3 * least), pair.Second)));
    }

    private static double[] EnvelopeOf(float[][] sound) =>
        [
            .. Enumerable
                .Range(0, Frames / EnvelopeFrame)
                .Select(i =>
                    sound.Sum(channel =>
                    {
                        var sum = 0.0;
                        foreach (var x in channel.AsSpan(i * EnvelopeFrame, EnvelopeFrame))
                        {
                            sum += (double)x * x;
                        }

                        return sum / EnvelopeFrame;
                    })
                ),
        ];

    /// <summary>Power of both channels by frequency bin, under a Hann window if the part is short.</summary>
    private static double[] Power(float[][] sound, int start, int count)
    {
        var fft = new Fft(SpectrumLength);
        var power = new double[SpectrumLength / 2];
        foreach (var channel in sound)
        {
            var (real, imaginary) = (new float[SpectrumLength], new float[SpectrumLength]);
            var n = Math.Min(count, SpectrumLength);
            channel.AsSpan(start, n).CopyTo(real);
            for (var i = 0; n < SpectrumLength && i < n; i++)
            {
                real[i] *= (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * i / n));
            }

            fft.Forward(real, imaginary);
            for (var i = 0; i < power.Length; i++)
            {
                power[i] += (double)real[i] * real[i] + (double)imaginary[i] * imaginary[i];
            }
        }

        return power;
    }

    /// <summary>Third octaves from 31.5 Hz to 16 kHz.</summary>
    private static double[] Bands(double[] power)
    {
        var bands = new double[28];
        for (var band = 0; band < bands.Length; band++)
        {
            var centre = 1000 * Math.Pow(2, (band - 15) / 3.0);
            var low = (int)(centre * Math.Pow(2, -1 / 6.0) * SpectrumLength / SampleRate.House);
            var high = (int)(centre * Math.Pow(2, 1 / 6.0) * SpectrumLength / SampleRate.House);
            for (var i = low; i < Math.Min(high, power.Length); i++)
            {
                bands[band] += power[i];
            }
        }

        return bands;
    }

    private static double? PitchDifference(float[][] ours, float[][] theirs)
    {
        const int Start = SampleRate.House / 5;
        const int Count = 24000;
        var (a, b) = (Power(ours, Start, Count), Power(theirs, Start, Count));
        var peak = Strongest(b, 40, SpectrumLength / 8);
        var reach = Math.Max(3, (int)(peak * 0.035));
        var neighbours = b.AsSpan(Math.Max(0, peak - 3 * reach), 6 * reach).ToArray().Order().ToArray();
        var found = Strongest(a, peak - reach, peak + reach);
        // A single steady partial stands out of what is around it.
        return neighbours[neighbours.Length / 2] * 300 > b[peak] || found == peak - reach || found == peak + reach - 1
            ? null
            : 1200 * Math.Log2(Refined(a, found) / Refined(b, peak));
    }

    private static int Strongest(double[] power, int from, int to)
    {
        var best = from;
        for (var i = from; i < to; i++)
        {
            best = power[i] > power[best] ? i : best;
        }

        return best;
    }

    private static double Refined(double[] power, int bin)
    {
        var (a, b, c) = (Math.Log(power[bin - 1]), Math.Log(power[bin]), Math.Log(power[bin + 1]));
        return bin + 0.5 * (a - c) / (a - 2 * b + c);
    }

    private static int Delay(float[] ours, float[] theirs)
    {
        const int Length = 8192;
        var best = 0;
        var highest = double.MinValue;
        for (var lag = 0; lag < MostDelay; lag++)
        {
            var sum = 0.0;
            for (var i = 0; i < Length; i++)
            {
                sum += ours[i] * theirs[i + lag];
            }

            (best, highest) = sum > highest ? (lag, sum) : (best, highest);
        }

        return best;
    }
}

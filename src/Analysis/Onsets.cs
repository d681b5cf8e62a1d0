using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Beginnings of sounds by spectral flux: the rise of log-compressed magnitudes from one hundredth of a second to the next, and its peaks
/// over their surroundings (S. Dixon 2006, "Onset detection revisited").
/// </summary>
public sealed class Onsets
{
    /// <summary>Values of the envelope a second.</summary>
    public const int Rate = 100;

    private const int Size = 1024;
    private const int Around = 10;
    private const int Nearest = 4;

    private Onsets(float[] envelope, List<double> seconds)
    {
        (Envelope, Seconds) = (envelope, seconds);
    }

    /// <summary>The flux, <see cref="Rate"/> values a second, 0 or more; value k is at k / <see cref="Rate"/> s.</summary>
    public IReadOnlyList<float> Envelope { get; }

    /// <summary>The onsets in seconds, rising, at least 50 ms apart.</summary>
    public IReadOnlyList<double> Seconds { get; }

    /// <summary>Finds the onsets of a sound.</summary>
    public static Onsets Of(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        var envelope = Flux(audio);
        return new(envelope, Peaks(envelope));
    }

    private static float[] Flux(AudioBuffer audio)
    {
        var spectra = new PowerSpectra(audio, Size, audio.Rate / Rate);
        var envelope = new float[spectra.Count];
        var (last, first, second) = (new float[spectra.Bins], new float[spectra.Bins], new float[spectra.Bins]);
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            spectra.Pair(frame, first, second);
            Compress(first);
            Compress(second);
            envelope[frame] = Rise(last, first);
            if (frame + 1 < spectra.Count)
            {
                envelope[frame + 1] = Rise(first, second);
            }

            (last, second) = (second, last);
        }

        return envelope;
    }

    private static void Compress(float[] power)
    {
        // log(1 + 30 magnitude) by way of the square root; a full-scale tone has a magnitude of 256 here.
        foreach (ref var value in power.AsSpan())
        {
            value = (float)DeterministicMath.Log(1 + 30 * Math.Sqrt(value) / 256);
        }
    }

    private static float Rise(float[] before, float[] now)
    {
        var sum = 0f;
        for (var k = 1; k < now.Length; k++)
        {
            sum += Math.Max(0, now[k] - before[k]);
        }

        return sum / now.Length;
    }

    private static List<double> Peaks(float[] envelope)
    {
        var seconds = new List<double>();
        var top = envelope.Length == 0 ? 0 : envelope.Max();
        var last = -Around;
        for (var k = 1; k + 1 < envelope.Length; k++)
        {
            var value = envelope[k];
            if (value < 0.03f * top || value <= envelope[k - 1] || value < envelope[k + 1] || k - last <= Nearest)
            {
                continue;
            }

            var around = envelope.AsSpan(
                Math.Max(0, k - Around),
                Math.Min(envelope.Length, k + Around + 1) - Math.Max(0, k - Around)
            );
            if (value < 1.7f * Mean(around) + 0.01f * top)
            {
                continue;
            }

            last = k;
            seconds.Add((k + Vertex(envelope[k - 1], value, envelope[k + 1])) / Rate);
        }

        return seconds;
    }

    private static float Mean(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Where the parabola through three neighbours has its top, beside the middle one, -0.5 to 0.5.</summary>
    internal static double Vertex(double before, double middle, double after)
    {
        var bend = before - 2 * middle + after;
        return bend == 0 ? 0 : Math.Clamp(0.5 * (before - after) / bend, -0.5, 0.5);
    }
}

using System.Buffers;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Singing;

/// <summary>Brings a phrase to its level: K-weighted, gated loudness of a mono signal (ITU-R BS.1770-5), then a soft ceiling.</summary>
internal static class VoiceLevel
{
    private const double BlockSeconds = 0.4;
    private const double HopSeconds = 0.1;
    private const float Knee = 0.42f;
    private const double LargestStep = 0.45;
    private const float Room = 0.18f;

    /// <summary>Loudness in LUFS; negative infinity for silence. Signals shorter than a block count as one block.</summary>
    public static double Loudness(ReadOnlySpan<float> samples, int rate)
    {
        var shelf = Biquad.HighShelf(1499.06, 0.7071752369554196, 3.999843853973347, rate);
        var highPass = Biquad.HighPass(38.13547087602444, 0.5003270373238773, rate);
        var hop = (int)(HopSeconds * rate);
        var hops = new double[(samples.Length + hop - 1) / hop];
        var rented = ArrayPool<float>.Shared.Rent(samples.Length);
        var weighted = rented.AsSpan(0, samples.Length);
        SectionRun.Filter(samples, weighted, shelf, highPass);
        for (var i = 0; i < hops.Length; i++)
        {
            foreach (var y in weighted.Slice(i * hop, Math.Min(hop, weighted.Length - i * hop)))
            {
                hops[i] += (double)y * y;
            }
        }

        ArrayPool<float>.Shared.Return(rented);
        var span = (int)(BlockSeconds / HopSeconds);
        var blocks = new List<double>();
        for (var i = 0; i + span <= hops.Length; i++)
        {
            blocks.Add((hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) / (span * hop));
        }

        if (blocks.Count == 0)
        {
            blocks.Add(hops.Sum() / Math.Max(1, samples.Length));
        }

        var absolute = blocks.Where(b => ToLufs(b) > -70).ToList();
        var gate = absolute.Count == 0 ? 0 : absolute.Average() / 10;
        var kept = absolute.Where(b => b > gate).ToList();
        return kept.Count == 0 ? double.NegativeInfinity : ToLufs(kept.Average());
    }

    /// <summary>Scales to the loudness, bending what rises above the ceiling's knee; lower where two samples would lie more than .45 apart.</summary>
    public static void Set(Span<float> samples, int rate, double lufs)
    {
        var loudness = Loudness(samples, rate);
        if (double.IsNegativeInfinity(loudness))
        {
            return;
        }

        var gain = (float)Math.Min(DeterministicMath.FromDecibels(lufs - loudness), LargestStep / Step(samples));
        Bend(samples, gain);
    }

    private static double Step(ReadOnlySpan<float> samples) =>
        samples.Length < 2 ? 1e-9 : Math.Max(1e-9f, FrameMath.LargestStep(samples));

    // Slope 1 at the knee, never above knee + room.
    private static void Bend(Span<float> samples, float gain)
    {
        var i = 0;
        for (; i + FrameMath.Width <= samples.Length; i += FrameMath.Width)
        {
            var x = Vector256.Create<float>(samples.Slice(i, FrameMath.Width)) * gain;
            var over = Vector256.Abs(x) - Vector256.Create(Knee);
            if (Vector256.GreaterThanAny(over, Vector256<float>.Zero))
            {
                var bent = Vector256.Create(Knee) + Room * (over / (over + Vector256.Create(Room)));
                var signed = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), -bent, bent);
                x = Vector256.ConditionalSelect(Vector256.GreaterThan(over, Vector256<float>.Zero), signed, x);
            }

            x.CopyTo(samples[i..]);
        }

        for (; i < samples.Length; i++)
        {
            var x = samples[i] * gain;
            var over = Math.Abs(x) - Knee;
            var bent = Knee + Room * (over / (over + Room));
            samples[i] =
                over <= 0 ? x
                : x < 0 ? -bent
                : bent;
        }
    }

    private static double ToLufs(double power) => -0.691 + 10 * DeterministicMath.Log10(power);
}

using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// The steady tempo of a sound: the lag at which the onset envelope repeats, judged with its multiples and with a preference for tempi
/// near 115 a minute (D. Ellis 2007, "Beat tracking by dynamic programming").
/// </summary>
/// <param name="Bpm">Beats a minute, 50 to 200; 0 if nothing repeats.</param>
/// <param name="Confidence">The correlation at the beat, 0 to 1.</param>
/// <param name="FirstBeatSecond">The first beat at or after second 0.</param>
public sealed record TempoEstimate(double Bpm, double Confidence, double FirstBeatSecond)
{
    private const double SlowestBpm = 50;
    private const double FastestBpm = 200;
    private const double UsualBpm = 115;
    private const double OctaveSpread = 0.9;
    private const double EvenPulse = 0.92;
    private const int Multiples = 4;

    /// <summary>Estimates the tempo of a sound of at least about four seconds.</summary>
    public static TempoEstimate Of(AudioBuffer audio) => Of(Onsets.Of(audio));

    /// <summary>Estimates the tempo from an onset envelope.</summary>
    public static TempoEstimate Of(Onsets onsets)
    {
        ArgumentNullException.ThrowIfNull(onsets);
        var envelope = Centre(onsets.Envelope);
        var longest = (int)(60 * Onsets.Rate * Multiples / SlowestBpm) + 2;
        var correlation = Autocorrelation(envelope, longest);
        if (correlation is null)
        {
            return new(0, 0, 0);
        }

        var (best, bestScore) = (0, 0.0);
        for (var lag = (int)(60 * Onsets.Rate / FastestBpm); lag <= 60 * Onsets.Rate / SlowestBpm; lag++)
        {
            var octaves = DeterministicMath.Log2(60.0 * Onsets.Rate / lag / UsualBpm) / OctaveSpread;
            var score = Comb(correlation, lag) * DeterministicMath.Exp(-0.5 * octaves * octaves);
            if (score > bestScore)
            {
                (best, bestScore) = (lag, score);
            }
        }

        if (best == 0)
        {
            return new(0, 0, 0);
        }

        // Where half the lag repeats as well as the lag, nothing marks every second beat: the faster pulse is the beat.
        var half = (best + 1) / 2;
        if (half >= 60 * Onsets.Rate / FastestBpm && Comb(correlation, half) > EvenPulse * Comb(correlation, best))
        {
            best = half;
        }

        var beat = Refine(correlation, best);
        var confidence = Math.Clamp(correlation[best], 0, 1);
        return new(60 * Onsets.Rate / beat, confidence, Phase(onsets.Envelope, beat) / Onsets.Rate);
    }

    private static double[] Centre(IReadOnlyList<float> envelope)
    {
        var mean = envelope.Count == 0 ? 0 : envelope.Average();
        return [.. envelope.Select(value => (double)value - mean)];
    }

    private static double[]? Autocorrelation(double[] envelope, int longest)
    {
        longest = Math.Min(longest, envelope.Length / 2);
        var energy = envelope.Sum(value => value * value);
        if (energy <= 1e-9 || longest < Onsets.Rate)
        {
            return null;
        }

        var correlation = new double[longest + 1];
        for (var lag = 0; lag <= longest; lag++)
        {
            var sum = 0.0;
            for (var i = lag; i < envelope.Length; i++)
            {
                sum += envelope[i] * envelope[i - lag];
            }

            correlation[lag] = sum / energy * envelope.Length / (envelope.Length - lag);
        }

        return correlation;
    }

    private static double Comb(double[] correlation, int lag)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var m = 1; m <= Multiples; m++)
        {
            var at = m * lag;
            if (at + m >= correlation.Length)
            {
                break;
            }

            // A rounded lag's multiples lie up to m/2 beside it.
            var most = correlation[at];
            for (var d = -(m / 2); d <= m / 2; d++)
            {
                most = Math.Max(most, correlation[at + d]);
            }

            sum += most / m;
            weights += 1.0 / m;
        }

        return weights == 0 ? 0 : sum / weights;
    }

    private static double Refine(double[] correlation, double lag)
    {
        for (var m = 1; m <= 2 * Multiples; m++)
        {
            var near = (int)Math.Round(m * lag);
            if (near + 2 >= correlation.Length || near < 2)
            {
                break;
            }

            var top = near;
            for (var d = -1; d <= 1; d++)
            {
                top = correlation[near + d] > correlation[top] ? near + d : top;
            }

            if (top < 1 || top + 1 >= correlation.Length || correlation[top] < 0.2 * correlation[0])
            {
                break;
            }

            lag = (top + Onsets.Vertex(correlation[top - 1], correlation[top], correlation[top + 1])) / m;
        }

        return lag;
    }

    private static double Phase(IReadOnlyList<float> envelope, double beat)
    {
        var (best, bestSum) = (0.0, -1.0);
        for (var offset = 0.0; offset < beat; offset += 0.5)
        {
            var sum = 0.0;
            for (var at = offset; at + 1 < envelope.Count; at += beat)
            {
                var whole = (int)at;
                sum += envelope[whole] + (at - whole) * (envelope[whole + 1] - envelope[whole]);
            }

            if (sum > bestSum)
            {
                (best, bestSum) = (offset, sum);
            }
        }

        return best;
    }
}

using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// The likeliest way of one voice through the saliences (Viterbi): small steps cost by their size, a leap costs the same whatever its size;
/// fundamentals far from where the line usually lies count less.
/// </summary>
internal static class PitchPath
{
    private const int Steps = 6;
    private const float StepCost = 0.12f;
    private const float LeapCost = 2.2f;
    private const float Weight = 5f;
    private const double RangeSemitones = 11;

    /// <summary>The bin of each frame.</summary>
    public static int[] Of(SalienceFrames frames)
    {
        var even = new float[frames.Bins];
        even.AsSpan().Fill(1);
        var first = Search(frames, even);
        return Search(frames, Range(first, frames));
    }

    // A bell around the usual height, with its weight by how salient each frame is.
    private static float[] Range(int[] path, SalienceFrames frames)
    {
        var histogram = new double[frames.Bins];
        for (var f = 0; f < path.Length; f++)
        {
            histogram[path[f]] += frames[f][path[f]];
        }

        var (half, sum, middle) = (histogram.Sum() / 2, 0.0, 0);
        while (middle < frames.Bins - 1 && (sum += histogram[middle]) < half)
        {
            middle++;
        }

        var bell = new float[frames.Bins];
        for (var b = 0; b < bell.Length; b++)
        {
            var away = (b - middle) / (RangeSemitones * SalienceFrames.PerSemitone);
            bell[b] = (float)DeterministicMath.Exp(-0.5 * away * away);
        }

        return bell;
    }

    private static int[] Search(SalienceFrames frames, float[] range)
    {
        var bins = frames.Bins;
        var (score, next) = (new float[bins], new float[bins]);
        var from = new short[frames.Count * bins];
        for (var f = 0; f < frames.Count; f++)
        {
            var row = frames[f];
            var (top, best) = (1e-9f, 0);
            for (var b = 0; b < bins; b++)
            {
                top = Math.Max(top, row[b]);
                best = score[b] > score[best] ? b : best;
            }

            for (var b = 0; b < bins; b++)
            {
                var (most, origin) = (score[best] - LeapCost, best);
                for (var p = Math.Max(0, b - Steps); p <= Math.Min(bins - 1, b + Steps); p++)
                {
                    var value = score[p] - StepCost * Math.Abs(p - b);
                    (most, origin) = value > most ? (value, p) : (most, origin);
                }

                var share = row[b] / top * range[b];
                next[b] = most + Weight * share * share - score[best];
                from[f * bins + b] = (short)origin;
            }

            (score, next) = (next, score);
        }

        var path = new int[frames.Count];
        var at = Array.IndexOf(score, score.Max());
        for (var f = frames.Count - 1; f >= 0; f--)
        {
            path[f] = at;
            at = from[f * bins + at];
        }

        return path;
    }
}

using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Follows one voice through a sound and says where it sounds.</summary>
internal static class LineTracker
{
    private const int ShortestGap = 4;
    private const int ShortestRun = 4;

    /// <summary>Tracks.</summary>
    /// <param name="frames">Saliences.</param>
    /// <param name="tuningHz">The frequency of the key 69.</param>
    /// <param name="threshold">Salience against the usual one at which the voice sounds.</param>
    public static PitchLine Of(SalienceFrames frames, double tuningHz, double threshold)
    {
        var path = PitchPath.Of(frames);
        var (keys, hertz, strength) = (new float[path.Length], new float[path.Length], new float[path.Length]);
        for (var f = 0; f < path.Length; f++)
        {
            var row = frames[f];
            var b = path[f];
            var fine = b > 0 && b + 1 < row.Length ? b + Onsets.Vertex(row[b - 1], row[b], row[b + 1]) : b;
            hertz[f] = (float)frames.Hertz(fine);
            keys[f] = (float)(69 + 12 * DeterministicMath.Log2(frames.Hertz(fine) / tuningHz));
            strength[f] = row[b];
        }

        var voicing = Voicing(strength, threshold);
        return new(keys, hertz, voicing, Runs(voicing), strength);
    }

    // Against the mean of the louder half, so that neither pauses nor level matter.
    private static float[] Voicing(float[] strength, double threshold)
    {
        var usual = Usual(strength);
        var smooth = new float[strength.Length];
        for (var f = 0; f < smooth.Length; f++)
        {
            var (sum, weights) = (0.0, 0.0);
            for (var k = Math.Max(0, f - 3); k < Math.Min(smooth.Length, f + 4); k++)
            {
                sum += strength[k];
                weights++;
            }

            var over = usual <= 1e-9 ? -9 : sum / weights / usual - threshold;
            smooth[f] = (float)(1 / (1 + DeterministicMath.Exp(-12 * over)));
        }

        return smooth;
    }

    private static double Usual(float[] strength)
    {
        var sorted = strength.Order().ToArray();
        var half = sorted.AsSpan(sorted.Length / 2);
        var sum = 0.0;
        foreach (var value in half)
        {
            sum += value;
        }

        return half.Length == 0 ? 0 : sum / half.Length;
    }

    private static bool[] Runs(float[] voicing)
    {
        var sounds = Array.ConvertAll(voicing, v => v > 0.5f);
        Fill(sounds, false, ShortestGap);
        Fill(sounds, true, ShortestRun);
        return sounds;
    }

    // Runs of a value that are shorter than a count take the other value.
    private static void Fill(bool[] values, bool value, int shortest)
    {
        for (var start = 0; start < values.Length; )
        {
            var end = start;
            while (end < values.Length && values[end] == values[start])
            {
                end++;
            }

            if (values[start] == value && end - start < shortest && start > 0 && end < values.Length)
            {
                values.AsSpan(start, end - start).Fill(!value);
            }

            start = end;
        }
    }
}

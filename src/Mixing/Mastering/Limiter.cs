namespace Troubadour.Mixing;

/// <summary>
/// A look-ahead limiter as a plan: from the true peak of every 32 frames it makes a gain curve of straight lines that never passes what a
/// peak allows. The lowest need within 3 ms to each side counts, gain comes back with a time constant, and a Hann window smooths the whole.
/// </summary>
public static class Limiter
{
    /// <summary>Frames of a block of the plan.</summary>
    public const int Block = 32;

    private const int Reach = 4;
    private static readonly float[] s_window = MakeWindow();

    /// <summary>Makes the plan.</summary>
    /// <param name="peaks">The true peak of each block, a ratio to full scale.</param>
    /// <param name="gain">What the sound is multiplied by before the limiter.</param>
    /// <param name="ceiling">The highest peak allowed, a ratio.</param>
    /// <param name="releaseSeconds">Time constant of the gain's return.</param>
    /// <param name="rate">Frames a second.</param>
    /// <returns>The gain at each block's start, and at the end of the last: one more than blocks; 1 at most.</returns>
    public static float[] Plan(ReadOnlySpan<float> peaks, float gain, float ceiling, double releaseSeconds, int rate)
    {
        var needs = new float[peaks.Length];
        for (var b = 0; b < needs.Length; b++)
        {
            var peak = gain * peaks[b];
            needs[b] = peak > ceiling ? ceiling / peak : 1;
        }

        return Plan(needs, releaseSeconds, rate);
    }

    /// <summary>The plan that gives no block more than it may have, a ratio of 1 at most.</summary>
    internal static float[] Plan(ReadOnlySpan<float> needs, double releaseSeconds, int rate)
    {
        var release = (float)Math.Min(1, Block / (releaseSeconds * rate));
        var held = new float[needs.Length];
        var last = 1f;
        for (var b = 0; b < needs.Length; b++)
        {
            var least = 1f;
            for (var j = Math.Max(0, b - Reach); j <= Math.Min(needs.Length - 1, b + Reach); j++)
            {
                least = Math.Min(least, needs[j]);
            }

            last = Math.Min(least, last + release * (1 - last));
            held[b] = last;
        }

        return Smooth(held);
    }

    private static float[] Smooth(float[] held)
    {
        var edges = new float[held.Length + 1];
        for (var e = 0; e < edges.Length; e++)
        {
            var (sum, least) = (0f, 1f);
            for (var j = -Reach; j < Reach; j++)
            {
                var value = held.Length == 0 ? 1 : held[Math.Clamp(e + j, 0, held.Length - 1)];
                sum += s_window[j + Reach] * value;
                least = Math.Min(least, value);
            }

            edges[e] = least == 1 ? 1 : sum;
        }

        return edges;
    }

    private static float[] MakeWindow()
    {
        var window = new double[2 * Reach];
        for (var i = 0; i < window.Length; i++)
        {
            window[i] = 1 - Audio.DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / window.Length);
        }

        var sum = window.Sum();
        return Array.ConvertAll(window, w => (float)(w / sum));
    }
}

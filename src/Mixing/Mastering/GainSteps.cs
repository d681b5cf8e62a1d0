using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Gains in whole steps of 1/1024 dB, so that a stored gain is the very gain that was heard.</summary>
internal static class GainSteps
{
    public const int PerDb = 1024;

    /// <summary>What is lower is as good as silent.</summary>
    public const int Least = -120 * PerDb;

    /// <summary>More is asked of no bus.</summary>
    public const int Most = 40 * PerDb;

    private static readonly float[] s_ratios = MakeRatios();

    /// <summary>The ratio of a gain.</summary>
    public static float Ratio(int steps) =>
        (uint)-steps < s_ratios.Length
            ? s_ratios[-steps]
            : (float)DeterministicMath.FromDecibels((double)steps / PerDb);

    /// <summary>The step nearest to a gain in decibels.</summary>
    public static int Nearest(double decibels) => (int)Math.Round(Math.Clamp(decibels * PerDb, Least, Most));

    /// <summary>The step at or below a ratio of 1 at most.</summary>
    public static int Below(float ratio) =>
        ratio >= 1 ? 0
        : ratio <= 1e-6f ? Least
        : (int)Math.Floor(DeterministicMath.ToDecibels(ratio) * PerDb);

    /// <summary>Gains that meet: those of the glue, less what a limiter takes, less so many steps.</summary>
    public static int[] Sum(ReadOnlySpan<int> glue, ReadOnlySpan<float> limits, int lower)
    {
        var steps = new int[glue.Length];
        for (var edge = 0; edge < steps.Length; edge++)
        {
            steps[edge] = Math.Clamp(glue[edge] + Below(limits[edge]) - lower, Least, Most);
        }

        return steps;
    }

    private static float[] MakeRatios()
    {
        var ratios = new float[24 * PerDb];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = (float)DeterministicMath.FromDecibels(-(double)i / PerDb);
        }

        return ratios;
    }
}

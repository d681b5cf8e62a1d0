namespace Troubadour.Alignment;

/// <summary>How sure a word of the recogniser is.</summary>
internal static class Likelihood
{
    /// <summary>Above 0, to 1.</summary>
    public static double Of(HeardWord word) => Math.Clamp(1 + word.Score / 200, 0.05, 1);
}

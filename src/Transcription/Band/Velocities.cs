namespace Troubadour.Transcription;

/// <summary>Strengths as velocities.</summary>
internal static class Velocities
{
    /// <summary>36 for the softest to 116 for the strongest.</summary>
    public static int Of(double strength) =>
        double.IsFinite(strength) ? (int)Math.Round(36 + 80 * Math.Clamp(strength, 0, 1)) : 76;
}

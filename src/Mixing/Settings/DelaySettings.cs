namespace Troubadour.Mixing;

/// <summary>Echoes that go from side to side.</summary>
/// <param name="Seconds">Between echoes: a beat, or three quarters of one; 0.02 to 4.</param>
/// <param name="Feedback">The next echo's share of the last, 0 to .9.</param>
/// <param name="LowCutHz">Each echo loses what is lower.</param>
/// <param name="HighCutHz">Each echo loses what is higher.</param>
public sealed record DelaySettings(
    double Seconds = 0.375,
    double Feedback = 0.35,
    double LowCutHz = 250,
    double HighCutHz = 4500
);

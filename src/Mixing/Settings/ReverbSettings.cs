namespace Troubadour.Mixing;

/// <summary>A reverb's room.</summary>
/// <param name="DecaySeconds">Time in which low and middle frequencies fall by 60 dB.</param>
/// <param name="HighDecaySeconds">The same for the highest frequencies.</param>
/// <param name="DampingHz">Where decay lies between the two (geometric mean).</param>
/// <param name="PredelaySeconds">Silence before it begins.</param>
/// <param name="ShortestDelaySeconds">Shortest of the 16 delay lines; the longest is 3.3 times as long.</param>
/// <param name="LowCutHz">What is lower is kept out.</param>
/// <param name="ModulationSeconds">How far the moving lines move to each side.</param>
public sealed record ReverbSettings(
    double DecaySeconds,
    double HighDecaySeconds,
    double DampingHz,
    double PredelaySeconds,
    double ShortestDelaySeconds,
    double LowCutHz,
    double ModulationSeconds
)
{
    /// <summary>The usual room of a kind.</summary>
    public static ReverbSettings Of(ReverbKind kind) =>
        kind switch
        {
            ReverbKind.Room => new(0.6, 0.25, 5000, 0.004, 0.0071, 150, 0.0001),
            ReverbKind.Plate => new(1.5, 0.7, 6000, 0.018, 0.0127, 250, 0.0002),
            _ => new(2.4, 0.8, 3500, 0.03, 0.0231, 180, 0.0003),
        };
}

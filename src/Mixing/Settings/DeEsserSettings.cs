namespace Troubadour.Mixing;

/// <summary>Turns sharp s sounds down: only what lies above a frequency, and only while it is loud beside the rest.</summary>
/// <param name="Hz">The split.</param>
/// <param name="ThresholdDb">Level of the upper band beside the whole voice, in dB, over which it falls.</param>
/// <param name="DepthDb">The most it falls.</param>
/// <param name="LimitDb">Where it is brought to below the vowels before it, in dB.</param>
public sealed record DeEsserSettings(
    double Hz = 4200,
    double ThresholdDb = -8,
    double DepthDb = 16,
    double LimitDb = -11.5
);

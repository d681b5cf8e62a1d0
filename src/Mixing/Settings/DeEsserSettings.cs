namespace Troubadour.Mixing;

/// <summary>Turns sharp s sounds down: only what lies above a frequency, and only while it is loud beside the rest.</summary>
/// <param name="Hz">The split.</param>
/// <param name="ThresholdDb">Level of the upper band beside the whole voice, in dB, over which it falls.</param>
/// <param name="DepthDb">The most it falls.</param>
public sealed record DeEsserSettings(double Hz = 5500, double ThresholdDb = -9, double DepthDb = 8);

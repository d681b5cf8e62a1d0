namespace Troubadour.Mixing;

/// <summary>A feed-forward compressor of both channels together.</summary>
/// <param name="ThresholdDb">Peak level in dBFS over which gain falls.</param>
/// <param name="Ratio">Decibels in for one decibel out, 1 or more.</param>
/// <param name="AttackSeconds">Time constant of falling gain.</param>
/// <param name="ReleaseSeconds">Time constant of rising gain.</param>
/// <param name="MakeupDb">Gain after it.</param>
/// <param name="KneeDb">Width of the bend around the threshold.</param>
public sealed record CompressorSettings(
    double ThresholdDb,
    double Ratio,
    double AttackSeconds = 0.01,
    double ReleaseSeconds = 0.12,
    double MakeupDb = 0,
    double KneeDb = 6
);

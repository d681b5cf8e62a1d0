namespace Troubadour.Mixing;

/// <summary>
/// Gain that falls while another stem sounds (side-chain). The other stem's level is judged beside its own recent peak, so its gain does
/// not matter.
/// </summary>
/// <param name="From">Id of the stem that is listened to, before its own strip.</param>
/// <param name="DepthDb">How far the gain falls, 0 or more.</param>
/// <param name="AttackSeconds">Time constant of falling gain.</param>
/// <param name="ReleaseSeconds">Time constant of rising gain.</param>
/// <param name="KeyLowPassHz">Listen below this frequency only (a kick inside a drum stem), or to all.</param>
public sealed record DuckSettings(
    string From,
    double DepthDb,
    double AttackSeconds = 0.003,
    double ReleaseSeconds = 0.12,
    double? KeyLowPassHz = null
);

namespace Troubadour.Mixing;

/// <summary>
/// Gain that falls in planned stretches of time: under the words of a voice, whoever sings them. What is ducked sounds the same under any
/// signal, so that a band keeps its sound when its singer is exchanged.
/// </summary>
/// <param name="DepthDb">How far the gain falls, 0 or more.</param>
/// <param name="AttackSeconds">Time constant of falling gain.</param>
/// <param name="ReleaseSeconds">Time constant of rising gain.</param>
public sealed record DuckPlan(double DepthDb, double AttackSeconds = 0.003, double ReleaseSeconds = 0.12)
{
    /// <summary>Where the gain falls: by rising seconds, none inside another.</summary>
    public IReadOnlyList<KeySpan> Spans { get; init; } = [];
}

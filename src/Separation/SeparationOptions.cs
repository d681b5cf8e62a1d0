namespace Troubadour.Separation;

/// <summary>How a song is separated.</summary>
public sealed record SeparationOptions
{
    /// <summary>
    /// How much of the drums' mask comes from medians over time and frequency instead of the network, 0 to 1. The network knows the
    /// sound of rendered music; the medians know nothing and are fooled by nothing. 0 is best on rendered songs; on recordings a mean
    /// of both is the safer choice.
    /// </summary>
    public float MedianShare { get; init; } = 0.25f;
}

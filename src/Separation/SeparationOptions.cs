namespace Troubadour.Separation;

/// <summary>How a song is separated.</summary>
public sealed record SeparationOptions
{
    /// <summary>
    /// How much of the drums' mask comes from medians over time and frequency instead of the network, 0 to 1. 0, the
    /// network alone, is best on rendered songs, by about 1 dB for drums against a quarter. The network was trained on rendered songs
    /// and the medians on nothing, so a quarter may be the safer choice for recordings whose drums sound unlike any drum machine.
    /// </summary>
    public float MedianShare { get; init; }
}

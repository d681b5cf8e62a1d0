namespace Troubadour.Composing;

/// <summary>How a style's tunes move.</summary>
public sealed record MelodySheet
{
    /// <summary>Notes against the usual number: below 1 long notes, above 1 busy.</summary>
    public double Density { get; init; } = 1;

    /// <summary>Wish for onsets off the beat, 0 square to 1 loose.</summary>
    public double Syncopation { get; init; } = 0.35;

    /// <summary>Chance of a melisma at a line's end.</summary>
    public double Melisma { get; init; } = 0.1;

    /// <summary>Wish for leaps, 0 steps only to 1 wide.</summary>
    public double Leaps { get; init; } = 0.35;

    /// <summary>Share of long notes that come an eighth before their beat, 0 to 1.</summary>
    public double Anticipation { get; init; } = 0.25;

    /// <summary>Share of lines that start before their bar when the words allow, 0 to 1.</summary>
    public double Pickups { get; init; } = 0.4;

    /// <summary>True to prefer the five notes of the pentatonic scale.</summary>
    public bool Pentatonic { get; init; }

    /// <summary>Bars that a sung line usually takes: 1, 2 or 4.</summary>
    public int LineBars { get; init; } = 2;
}

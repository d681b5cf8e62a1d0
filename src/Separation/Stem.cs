namespace Troubadour.Separation;

/// <summary>What a song is separated into. The numbers are the rows of the network's masks.</summary>
public enum Stem
{
    /// <summary>All that is sung.</summary>
    Vocals = 0,

    /// <summary>Drums and percussion.</summary>
    Drums = 1,

    /// <summary>The bass.</summary>
    Bass = 2,

    /// <summary>Everything else: keys, guitars, strings, winds, effects.</summary>
    Other = 3,
}

namespace Troubadour.Music;

/// <summary>What of a mix keeps the sound that it had in an earlier one, while the rest was made anew around it.</summary>
public enum MixHeld
{
    /// <summary>Nothing: all was mixed together.</summary>
    None,

    /// <summary>The voices, over another band.</summary>
    Voices,

    /// <summary>The band, under other voices.</summary>
    Band,
}

namespace Troubadour.Music;

/// <summary>What a sung phrase is in the arrangement.</summary>
public enum VoiceLayer
{
    /// <summary>The lead voice.</summary>
    Lead,

    /// <summary>A second take of the lead, panned left.</summary>
    DoubleLeft,

    /// <summary>A third take of the lead, panned right.</summary>
    DoubleRight,

    /// <summary>A harmony line.</summary>
    Harmony,

    /// <summary>A second harmony line, below the lead.</summary>
    LowHarmony,

    /// <summary>The lead an octave away.</summary>
    Octave,

    /// <summary>Held vowels on the notes of a chord.</summary>
    Pad,

    /// <summary>Another singer, who answers with the words in parentheses.</summary>
    Backing,
}

namespace Troubadour.Analysis;

/// <summary>What kind of drum was struck.</summary>
public enum DrumKind
{
    /// <summary>A bass drum.</summary>
    Kick,

    /// <summary>A snare, a clap or a rim.</summary>
    Snare,

    /// <summary>A closed hi-hat or its pedal.</summary>
    Hat,

    /// <summary>An open hi-hat.</summary>
    OpenHat,

    /// <summary>A tom of any size.</summary>
    Tom,

    /// <summary>A crash, ride, splash or china cymbal.</summary>
    Cymbal,

    /// <summary>Anything else: shakers, tambourines, hand drums, bells.</summary>
    Percussion,
}

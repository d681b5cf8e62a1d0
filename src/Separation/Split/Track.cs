namespace Troubadour.Separation;

/// <summary>What the four stems of a song are split into.</summary>
public enum Track
{
    /// <summary>The drum kit.</summary>
    Drums,

    /// <summary>The bass.</summary>
    Bass,

    /// <summary>The lead voice and its doubles.</summary>
    Vocals,

    /// <summary>Harmonies, pads and answers that are sung.</summary>
    BackingVocals,

    /// <summary>Guitars and other plucked strings.</summary>
    Guitar,

    /// <summary>Pianos, organs, tuned percussion, accordions.</summary>
    Keys,

    /// <summary>Synthesizers.</summary>
    Synth,

    /// <summary>Bowed strings and sampled choirs.</summary>
    Strings,

    /// <summary>Trumpets, trombones, horns.</summary>
    Brass,

    /// <summary>Flutes, reeds, saxophones.</summary>
    Woodwinds,

    /// <summary>Percussion that is no drum kit.</summary>
    Percussion,

    /// <summary>Risers, impacts, noises.</summary>
    Fx,
}

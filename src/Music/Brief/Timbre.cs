namespace Troubadour.Music;

/// <summary>The colour of the singing voice. The contract's literals map onto these one to one.</summary>
public enum Timbre
{
    /// <summary>"Warm".</summary>
    Warm,

    /// <summary>"Bright".</summary>
    Bright,

    /// <summary>"Husky".</summary>
    Husky,

    /// <summary>"Electrified voice".</summary>
    Electrified,

    /// <summary>"Sweet_AUDIO_TIMBRE".</summary>
    Sweet,

    /// <summary>"Cute_AUDIO_TIMBRE".</summary>
    Cute,

    /// <summary>"Loud and sonorous".</summary>
    Sonorous,

    /// <summary>"Powerful".</summary>
    Powerful,

    /// <summary>"Sexy/Lazy".</summary>
    Lazy,
}

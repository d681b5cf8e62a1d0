namespace Troubadour.Lyrics;

/// <summary>How a line is to be sung, where the lyrics say it: "[whispered]", "[Chorus - belted]".</summary>
public enum Delivery
{
    /// <summary>As the section asks.</summary>
    Usual,

    /// <summary>Without much voice.</summary>
    Whispered,

    /// <summary>With a small voice, or in falsetto.</summary>
    Soft,

    /// <summary>Spoken or rapped on the rhythm.</summary>
    Spoken,

    /// <summary>With the whole voice, or shouted.</summary>
    Belted,
}

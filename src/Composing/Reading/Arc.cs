namespace Troubadour.Composing;

/// <summary>How the energy of a song goes from its start to its end.</summary>
public enum Arc
{
    /// <summary>As its sections usually go.</summary>
    Usual,

    /// <summary>Starts bare and grows to the end.</summary>
    Build,

    /// <summary>Thins out toward the end.</summary>
    Fade,

    /// <summary>The same throughout.</summary>
    Flat,

    /// <summary>Quiet verses, loud choruses.</summary>
    Contrast,

    /// <summary>As usual, with the greatest section at the end.</summary>
    Climax,
}

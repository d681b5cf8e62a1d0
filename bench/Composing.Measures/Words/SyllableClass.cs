namespace Troubadour.Composing.Measures;

/// <summary>What stress a syllable has in its word.</summary>
public enum SyllableClass
{
    /// <summary>The primary stress of a word of several syllables.</summary>
    Stressed,

    /// <summary>A secondary stress.</summary>
    Secondary,

    /// <summary>An unstressed syllable of a word of several.</summary>
    Unstressed,

    /// <summary>A content word of one syllable.</summary>
    Content,

    /// <summary>A function word of one syllable.</summary>
    Function,
}

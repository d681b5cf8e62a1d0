namespace Troubadour.Lyrics;

/// <summary>Where a language stresses words whose spelling does not say it.</summary>
internal enum LetterStress
{
    /// <summary>The last syllable but one.</summary>
    Penultimate,

    /// <summary>The last syllable with a full vowel.</summary>
    Final,

    /// <summary>The last but one of words that end in a vowel, n or s, else the last.</summary>
    Spanish,

    /// <summary>The last but one of words that end in a, e, o, am, em or ens and their plurals, else the last.</summary>
    Portuguese,

    /// <summary>The first, or the second after the prefixes be-, ge-, er-, ver-, zer-, ent- and emp-.</summary>
    German,
}

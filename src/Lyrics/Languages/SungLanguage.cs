namespace Troubadour.Lyrics;

/// <summary>By which rules the Latin letters of a song are sung. Chinese characters are always sung in Mandarin.</summary>
public enum SungLanguage
{
    /// <summary>English: the dictionary.</summary>
    English,

    /// <summary>Spanish, as Latin America sings it.</summary>
    Spanish,

    /// <summary>French.</summary>
    French,

    /// <summary>German.</summary>
    German,

    /// <summary>Italian.</summary>
    Italian,

    /// <summary>Portuguese, as Brazil sings it.</summary>
    Portuguese,

    /// <summary>Any other language: the vowels of the continent.</summary>
    Continental,
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Troubadour.Server.Making;

/// <summary>The words of a clip as callers see them.</summary>
internal static partial class ShownLyrics
{
    private const string NoWords = "[Instrumental]";

    /// <summary>The text as it was given where every word of it is sung, else what is sung, its tags with capitals.</summary>
    /// <param name="given">The words as they were given or written; null for none.</param>
    /// <param name="sung">The words as they are sung; empty where nobody sings.</param>
    public static string Of(string? given, string sung)
    {
        if (sung.Length == 0)
        {
            return NoWords;
        }

        return given is not null && Letters(given) == Letters(sung)
            ? given
            : Tag().Replace(sung, tag => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tag.Value));
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in Tag().Replace(text, "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"\[[^\[\]\n]*\]")]
    private static partial Regex Tag();
}

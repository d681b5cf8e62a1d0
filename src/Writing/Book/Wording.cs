using System.Text.RegularExpressions;

namespace Troubadour.Writing;

/// <summary>Small repairs of written lines.</summary>
internal static partial class Wording
{
    /// <summary>Single spaces, none before a comma, a capital at the start, no punctuation at the end but ? and !.</summary>
    public static string Tidy(string line)
    {
        var plain = Spaces().Replace(line, " ").Trim(' ', ',', '.', ';', ':');
        plain = BeforeComma().Replace(plain, "$1");
        plain = TwoCommas().Replace(plain, ", ");
        return Capital(plain.Trim());
    }

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text as a title: capitals on every word but the small ones inside.</summary>
    public static string Title(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(
            ' ',
            words.Select((word, i) => i > 0 && i < words.Length - 1 && Small().IsMatch(word) ? word : Capital(word))
        );
    }

    /// <summary>"an" before a vowel's sound, else "a".</summary>
    public static string Article(string word) => VowelSound().IsMatch(word) ? "an" : "a";

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([,?!])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeComma();

    [GeneratedRegex(@",(\s*,)+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex TwoCommas();

    [GeneratedRegex("^(a|an|the|of|in|on|at|to|and|or|for|by|with|from)$", RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(
        "^(?!(?:uni|use|usu|uk|eu|one\\b|once\\b|ufo))(?:[aeiou]|hour|honest|heir|honou?r)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex VowelSound();
}

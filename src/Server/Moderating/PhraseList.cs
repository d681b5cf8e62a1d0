using System.Text;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Moderating;

/// <summary>Phrases to look for in text: whole words, whatever their case, spacing and punctuation.</summary>
internal sealed class PhraseList
{
    private readonly List<string> _phrases;

    private PhraseList(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases.Select(Plain).Where(phrase => phrase.Length > 2)];
    }

    /// <summary>Reads a file, a phrase a line; an empty path gives an empty list.</summary>
    /// <exception cref="SettingsException">The file cannot be read.</exception>
    public static PhraseList Load(string setting, string path)
    {
        try
        {
            return new PhraseList(path.Length == 0 ? [] : File.ReadLines(path).Where(line => !line.StartsWith('#')));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The setting '{setting}' names a file that cannot be read: {path}", e);
        }
    }

    /// <summary>The phrases that a text has, in the list's order and plain spelling.</summary>
    public IReadOnlyList<string> In(string text)
    {
        if (_phrases.Count == 0 || text.Length == 0)
        {
            return [];
        }

        var plain = Plain(text);
        return [.. _phrases.Where(phrase => plain.Contains(phrase, StringComparison.Ordinal)).Select(p => p.Trim())];
    }

    // Words in lower case with one space before, between and after them; a Han character is a word.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 2);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsHan(rune))
            {
                plain.Append(plain[^1] == ' ' ? "" : " ").Append(rune.ToString()).Append(' ');
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (rune.Value is not ('\'' or '’') && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}

using System.Globalization;
using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Cuts a line into written words: runs of letters, marks and digits, with apostrophes and with what joins inside a word.</summary>
internal static class LineWords
{
    /// <summary>The words as written, without surrounding punctuation, each with whether it begins inside parentheses.</summary>
    public static List<WrittenWord> Split(string line)
    {
        var words = new List<WrittenWord>();
        var word = new StringBuilder();
        var (isInside, isBacking) = (false, false);
        var runes = Spelling.Sound(line).EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            if (Belongs(runes, i))
            {
                isBacking = word.Length == 0 ? isInside : isBacking;
                word.Append(runes[i].ToString());
                continue;
            }

            isInside = runes[i].Value switch
            {
                '(' or '（' => true,
                ')' or '）' => false,
                _ => isInside,
            };
            if (word.Length > 0)
            {
                Add(words, word, isBacking);
            }
        }

        Add(words, word, isBacking);
        return words;
    }

    private static bool Belongs(Rune[] runes, int i)
    {
        var rune = runes[i];
        if (IsWordRune(rune))
        {
            return true;
        }

        var before = i > 0 ? runes[i - 1] : default;
        var after = i + 1 < runes.Length ? runes[i + 1] : default;
        if (IsApostrophe(rune))
        {
            return IsWordRune(before) || IsWordRune(after);
        }

        if (Speakable.Symbols.Contains(rune.ToString(), StringComparison.Ordinal))
        {
            return true;
        }

        return rune.Value switch
        {
            '-' or '‐' or '‑' => (IsWordRune(before) || IsApostrophe(before)) && IsWordRune(after),
            '.' => (Rune.IsDigit(before) && Rune.IsDigit(after)) || IsInitial(runes, i),
            ',' or ':' or '/' => Rune.IsDigit(before) && Rune.IsDigit(after),
            _ => false,
        };
    }

    // The dot of "U.S.A": one letter, a dot, one letter.
    private static bool IsInitial(Rune[] runes, int i) =>
        i > 0
        && Rune.IsLetter(runes[i - 1])
        && (i < 2 || !IsWordRune(runes[i - 2]))
        && i + 1 < runes.Length
        && Rune.IsLetter(runes[i + 1])
        && (i + 2 >= runes.Length || !IsWordRune(runes[i + 2]));

    private static bool IsWordRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsApostrophe(Rune rune) =>
        rune.Value <= char.MaxValue && Spelling.IsApostrophe((char)rune.Value);

    private static void Add(List<WrittenWord> words, StringBuilder word, bool isBacking)
    {
        var text = word.ToString();
        word.Clear();
        if (text.Length > 2 && Spelling.IsApostrophe(text[0]) && Spelling.IsApostrophe(text[^1]))
        {
            text = text[1..^1];
        }

        if (text.Length > 0)
        {
            words.Add(new WrittenWord(text, isBacking));
        }
    }
}

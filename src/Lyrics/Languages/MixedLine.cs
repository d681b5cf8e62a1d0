using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Cuts a line into stretches of Chinese and of other text.</summary>
internal static class MixedLine
{
    /// <summary>The stretches in order: Han characters and the figures that belong to them without a pause in between, or other text.</summary>
    public static IEnumerable<(string Text, bool IsHan, bool IsBacking)> Cut(string line)
    {
        var text = Plain(line);
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var isHan = start < text.Length && IsSpoken(text, start);
            var isParenthesis = i < text.Length && text[i] is '(' or '（' or ')' or '）';
            if (i < text.Length && !isParenthesis && IsSpoken(text, i) == isHan)
            {
                continue;
            }

            if (i > start)
            {
                yield return (text[start..i], isHan, depth > 0);
            }

            if (isParenthesis)
            {
                depth = text[i] is '(' or '（' ? 1 : 0;
            }

            start = isParenthesis ? i + 1 : i;
        }
    }

    private static bool IsSpoken(string text, int i) =>
        Scripts.IsHan(text[i]) || (char.IsAsciiDigit(text[i]) && !TouchesLatin(text, i));

    private static bool TouchesLatin(string text, int i)
    {
        var (from, to) = (i, i);
        while (from > 0 && IsOfNumber(text[from - 1]))
        {
            from--;
        }

        while (to + 1 < text.Length && IsOfNumber(text[to + 1]))
        {
            to++;
        }

        return (from > 0 && char.IsAsciiLetter(text[from - 1]))
            || (to + 1 < text.Length && char.IsAsciiLetter(text[to + 1]));
    }

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or ':' or '\'';

    // Figures of full width are figures.
    private static string Plain(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            plain.Append(c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c);
        }

        return plain.ToString();
    }
}

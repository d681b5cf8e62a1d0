using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Lines of Chinese: signs of full width, and breaths counted in characters.</summary>
internal static class HanLines
{
    private const int Longest = 14;

    // A line with a pause in it is sung as two from here on: pairs of six, of seven.
    private const int LongestPaused = 11;
    private const int Shortest = 4;

    // A line does not begin with these: they belong to what goes before.
    private const string Clinging = "的了着过吗呢吧啊呀啦嘛们地得儿々";

    /// <summary>The text with brackets and stops of full width as those of ASCII, stops with a space after them, and 〇 as 零.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(
                c switch
                {
                    '（' or '﹙' => "(",
                    '）' or '﹚' => ")",
                    '［' => "[",
                    '］' => "]",
                    '，' or '、' or '﹐' => ", ",
                    '。' or '｡' => ". ",
                    '；' => "; ",
                    '！' => "! ",
                    '？' => "? ",
                    '：' => ": ",
                    '\u3000' => " ",
                    '〇' => "零",
                    >= '０' and <= '９' => ((char)(c - '０' + '0')).ToString(),
                    _ => c.ToString(),
                }
            );
        }

        return plain.ToString();
    }

    /// <summary>How much there is to sing: each Han character counts as a word does.</summary>
    public static int Count(string text)
    {
        var (count, inWord) = (0, false);
        foreach (var c in text)
        {
            var isHan = Scripts.IsHan(c);
            var begins = !isHan && c != ' ' && !inWord;
            count += isHan || begins ? 1 : 0;
            inWord = !isHan && c != ' ';
        }

        return count;
    }

    /// <summary>Cuts a line that is too long for one breath, at its pauses where it has some.</summary>
    public static IEnumerable<string> Breaths(string line)
    {
        if (Count(line) <= (line.Contains(' ', StringComparison.Ordinal) ? LongestPaused : Longest))
        {
            return [line];
        }

        var pieces = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Cut).ToList();
        var total = pieces.Sum(Count);
        var wished = (double)total / Math.Max(2, (total + Longest - 1) / Longest);
        var breaths = new List<string>();
        foreach (var piece in pieces)
        {
            var (have, more) = (breaths.Count == 0 ? Longest : Count(breaths[^1]), Count(piece));
            var joins = have + more <= Longest && (have < Shortest || more < Shortest || have + (more / 2.0) <= wished);
            if (joins)
            {
                breaths[^1] += " " + piece;
            }
            else
            {
                breaths.Add(piece);
            }
        }

        return breaths;
    }

    // A piece without a pause is cut into equal parts, none of which begins with a particle.
    private static IEnumerable<string> Cut(string piece)
    {
        var parts = (Count(piece) + Longest - 1) / Longest;
        var start = 0;
        for (var part = 1; part <= parts; part++)
        {
            var end = piece.Length * part / parts;
            while (end < piece.Length && !IsBoundary(piece, end))
            {
                end++;
            }

            if (end > start)
            {
                yield return piece[start..end];
            }

            start = Math.Max(start, end);
        }
    }

    private static bool IsBoundary(string piece, int at) =>
        (Scripts.IsHan(piece[at]) || Scripts.IsHan(piece[at - 1]))
        && !Clinging.Contains(piece[at], StringComparison.Ordinal);
}

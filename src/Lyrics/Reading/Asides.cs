using System.Text;
using System.Text.RegularExpressions;

namespace Troubadour.Lyrics;

/// <summary>The parentheses of lyrics: what stands in them is sung by a second voice.</summary>
internal static partial class Asides
{
    private const int FarthestRows = 4;

    /// <summary>A text without parentheses.</summary>
    public static string Hidden(string text) =>
        text.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    /// <summary>"(oh) (oh)" as "(oh oh)".</summary>
    public static string Merged(string text) => text.Replace(") (", " ", StringComparison.Ordinal);

    /// <summary>
    /// Rows in which each opening parenthesis is closed: by one a few rows below, else at the row's end. A parenthesis that touches a word
    /// but holds several gets the space it lacks.
    /// </summary>
    public static List<string> Balanced(IEnumerable<string> rows)
    {
        var balanced = rows.Select(row => Spaced(row.Replace('（', '(').Replace('）', ')'))).ToList();
        for (var i = 0; i < balanced.Count; i++)
        {
            if (balanced[i].LastIndexOf('(') <= balanced[i].LastIndexOf(')'))
            {
                continue;
            }

            var close = Enumerable
                .Range(i + 1, Math.Min(FarthestRows, balanced.Count - i - 1))
                .FirstOrDefault(row => balanced[row].AsSpan().ContainsAny('(', ')'), -1);
            if (
                close < 0
                || balanced[close].IndexOf(')') is not (>= 0 and var at)
                || balanced[close][..at].Contains('(')
            )
            {
                balanced[i] += ")";
                continue;
            }

            balanced[i] += ")";
            for (var row = i + 1; row < close; row++)
            {
                balanced[row] = $"({balanced[row]})";
            }

            balanced[close] = $"({balanced[close]}";
        }

        return balanced;
    }

    /// <summary>Puts each word that stands in parentheses into its own: a word that is in them in part only is not.</summary>
    /// <param name="row">Clean words and parentheses.</param>
    /// <param name="isOpen">True when a parenthesis was opened before the row; then whether one is open after it.</param>
    public static string ByWord(string row, ref bool isOpen)
    {
        var words = new List<string>();
        foreach (var token in row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = new StringBuilder(token.Length + 2);
            var isInside = true;
            foreach (var c in token)
            {
                if (c is '(' or ')')
                {
                    isOpen = c == '(';
                    continue;
                }

                isInside &= isOpen;
                word.Append(c);
            }

            if (word.Length > 0)
            {
                words.Add(isInside ? $"({word})" : word.ToString());
            }
        }

        return string.Join(' ', words);
    }

    private static string Spaced(string row) => Touching().Replace(row, " ");

    [GeneratedRegex(
        @"(?<=[\p{L}\p{N}])(?=\([^()]{0,120}\s[^()]{0,120}\))|(?<=\([^()]{0,120}\s[^()]{0,120}\))(?=[\p{L}\p{N}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Touching();
}

using System.Text.RegularExpressions;

namespace Troubadour.Lyrics;

/// <summary>One rule of a spelling: letters between a left and a right neighbourhood, and the phones they stand for.</summary>
/// <param name="Letters">The letters that it consumes.</param>
/// <param name="Place">Matches at the letters where the neighbourhood fits.</param>
/// <param name="Phones">Phones with their stress: 1 for a vowel that carries the word's stress, else 0.</param>
internal sealed record LetterRule(string Letters, Regex Place, (string Name, int Stress)[] Phones)
{
    /// <summary>Reads "left(letters)right = phones".</summary>
    /// <exception cref="FormatException">It is no rule, or names a phone that does not exist.</exception>
    public static LetterRule Parse(string line)
    {
        var (open, close) = (line.IndexOf('('), line.IndexOf(')'));
        var equals = line.LastIndexOf(" =", StringComparison.Ordinal);
        if (open < 0 || close < open || equals < close)
        {
            throw new FormatException($"'{line}' is no rule: write left(letters)right = phones.");
        }

        var (left, letters, right) = (line[..open], line[(open + 1)..close], line[(close + 1)..equals]);
        var place = new Regex($@"\G(?<={left}){letters}(?={right})", RegexOptions.CultureInvariant);
        return new LetterRule(letters, place, Sounds(line[(equals + 2)..]));
    }

    /// <summary>Reads phones such as "k aa1".</summary>
    /// <exception cref="FormatException">A phone does not exist.</exception>
    public static (string Name, int Stress)[] Sounds(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(phone =>
                    (
                        Lyrics.Phones.Find(phone.TrimEnd('1')) ?? throw new FormatException($"'{phone}' is no phone."),
                        phone[^1] == '1' ? 1 : 0
                    )
                ),
        ];
}

namespace Troubadour.Lyrics.Bench;

/// <summary>Errors of phones over words.</summary>
internal sealed class Errors
{
    /// <summary>Words.</summary>
    public int Words { get; private set; }

    /// <summary>Phones that are right by the dictionary.</summary>
    public int Phones { get; private set; }

    /// <summary>Substitutions, insertions and deletions of phones.</summary>
    public int Wrong { get; private set; }

    /// <summary>Words with at least one of them.</summary>
    public int WrongWords { get; private set; }

    /// <summary>Words with another number of syllables.</summary>
    public int WrongSyllables { get; private set; }

    /// <summary>Words with phones or stresses that differ.</summary>
    public int WrongStress { get; private set; }

    /// <summary>Adds a word that the dictionary has in one or more forms: the nearest counts.</summary>
    public void Add(IReadOnlyList<string> said, IEnumerable<string[]> right)
    {
        var plain = said.Select(Plain).ToArray();
        var (distance, form) = right.Select(r => (Distance(plain, [.. r.Select(Plain)]), r)).MinBy(pair => pair.Item1);
        Words++;
        Phones += form.Length;
        Wrong += distance;
        WrongWords += distance > 0 ? 1 : 0;
        WrongSyllables += said.Count(IsVowel) != form.Count(IsVowel) ? 1 : 0;
        WrongStress += right.Any(r => r.SequenceEqual(said)) ? 0 : 1;
    }

    /// <summary>A row of a table.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{100.0 * Wrong / Phones:F2} % | {100.0 * WrongWords / Words:F1} % | {100.0 * WrongStress / Words:F1} % | {100.0 * WrongSyllables / Words:F1} %"
        );

    private static bool IsVowel(string phone) => char.IsAsciiDigit(phone[^1]);

    // "ax" is the dictionary's unstressed "ah".
    private static string Plain(string phone) =>
        phone.TrimEnd('0', '1', '2') is "ax" or "ah" ? "ah" : phone.TrimEnd('0', '1', '2');

    private static int Distance(string[] one, string[] other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}

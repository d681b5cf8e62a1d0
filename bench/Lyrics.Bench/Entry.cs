namespace Troubadour.Lyrics.Bench;

/// <summary>A word of the dictionary.</summary>
/// <param name="Word">Letters a to z.</param>
/// <param name="Phones">Phones, vowels with their stress: "ax0", "b", "ey1".</param>
internal sealed record Entry(string Word, string[] Phones)
{
    private static readonly string[] Endings =
    [
        "ings",
        "ing",
        "ers",
        "er",
        "ies",
        "ied",
        "ier",
        "iest",
        "est",
        "ed",
        "es",
        "s",
        "ly",
        "ness",
        "less",
        "ments",
        "ment",
        "able",
        "ful",
        "ally",
        "y",
        "d",
        "in",
        "en",
        "e",
        "i",
    ];

    /// <summary>The entries of the compiled lexicon whose words have letters only.</summary>
    public static List<Entry> Read(string path)
    {
        var entries = new List<Entry>();
        foreach (var line in File.ReadLines(path).Where(line => line.StartsWith("(\"", StringComparison.Ordinal)))
        {
            var word = line.Split('"')[1];
            if (word.Length > 1 && word.All(char.IsAsciiLetterLower))
            {
                entries.Add(new Entry(word, Said(line[(line.IndexOf("((", StringComparison.Ordinal) + 1)..])));
            }
        }

        return entries;
    }

    /// <summary>True for a tenth of the words, all inflections of a stem together.</summary>
    public bool IsHeldOut => Hash(Stem(Word)) % 10 == 0;

    private static string[] Said(string syllables)
    {
        var phones = new List<string>();
        var open = 0;
        foreach (var token in syllables.Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsAsciiDigit(token[0]))
            {
                phones.Add(token);
                continue;
            }

            for (; open < phones.Count; open++)
            {
                phones[open] += Lyrics.Phones.IsVowel(phones[open]) ? token : "";
            }
        }

        return [.. phones];
    }

    // Crude on purpose: what may be one stem is taken for one.
    internal static string Stem(string word)
    {
        for (var round = 0; round < 3; round++)
        {
            var ending = Array.Find(
                Endings,
                e => word.Length - e.Length >= 3 && word.EndsWith(e, StringComparison.Ordinal)
            );
            if (ending is null)
            {
                break;
            }

            word = word[..^ending.Length];
        }

        return word.Length > 3 && word[^1] == word[^2] ? word[..^1] : word;
    }

    private static uint Hash(string text) =>
        text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u)) >> 7;
}

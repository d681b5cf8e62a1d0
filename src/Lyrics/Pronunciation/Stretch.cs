using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Finds the plain spelling of a word that is written as it is held: "soooo", "loooove", "heyyy".</summary>
internal static class Stretch
{
    private const int MostRuns = 4;

    // Words whose last or only o or e is single although a doubled spelling is in dictionaries too.
    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "so",
        "yo",
        "no",
        "go",
        "me",
        "be",
        "he",
        "she",
        "we",
        "long",
        "stop",
        "gone",
        "hello",
        "love",
        "yes",
        "whole",
    };

    /// <summary>True when a letter stands three times in a row or more.</summary>
    public static bool IsStretched(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Spellings with each run of a letter cut to one or two, the likeliest first.</summary>
    public static IEnumerable<string> Candidates(string word)
    {
        var runs = Runs(word);
        var free = Enumerable.Range(0, runs.Count).Where(i => runs[i].Length > 1).Take(MostRuns).ToList();
        for (var choice = 0; choice < 1 << free.Count; choice++)
        {
            var single = Spell(runs, free, (1 << free.Count) - 1 - choice, (_, isOther) => isOther ? 1 : 2);
            if (Single.Contains(single))
            {
                yield return single;
            }
        }

        for (var choice = 0; choice < 1 << free.Count; choice++)
        {
            yield return Spell(runs, free, choice, (c, isOther) => IsOftenDouble(c) != isOther ? 2 : 1);
        }
    }

    /// <summary>The word with each run of three equal letters or more as one letter.</summary>
    public static string Shorten(string word) =>
        IsStretched(word)
            ? string.Concat(Runs(word).Select(run => new string(run.Letter, run.Length > 2 ? 1 : run.Length)))
            : word;

    private static string Spell(
        List<(char Letter, int Length)> runs,
        List<int> free,
        int choice,
        Func<char, bool, int> length
    )
    {
        var spelling = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            var bit = free.IndexOf(i);
            var count = runs[i].Length == 1 ? 1 : length(runs[i].Letter, bit >= 0 && (choice >> bit & 1) == 1);
            spelling.Append(runs[i].Letter, count);
        }

        return spelling.ToString();
    }

    private static bool IsOftenDouble(char c) => c is not ('a' or 'i' or 'u' or 'y' or 'h');

    private static List<(char Letter, int Length)> Runs(string word)
    {
        var runs = new List<(char Letter, int Length)>();
        foreach (var c in word)
        {
            if (runs.Count > 0 && runs[^1].Letter == c)
            {
                runs[^1] = (c, runs[^1].Length + 1);
            }
            else
            {
                runs.Add((c, 1));
            }
        }

        return runs;
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Troubadour.Writing;

/// <summary>Finds the themes and the mood that words call for.</summary>
internal sealed partial class ThemeFinder(ImmutableArray<Theme> themes)
{
    private static readonly string[] Dark =
    [
        "sad",
        "sorrow",
        "sorrowful",
        "melancholic",
        "melancholy",
        "lonely",
        "heartbreak",
        "heartbroken",
        "dark",
        "grief",
        "lost",
        "loss",
        "cry",
        "tears",
        "hurt",
        "tragic",
        "bitter",
        "gloomy",
        "mournful",
        "miss",
        "missing",
        "angry",
        "died",
        "death",
    ];

    private static readonly string[] Bright =
    [
        "happy",
        "joy",
        "joyful",
        "upbeat",
        "cheerful",
        "fun",
        "funny",
        "party",
        "celebrate",
        "celebrating",
        "sunny",
        "bright",
        "uplifting",
        "hopeful",
        "excited",
        "feel-good",
        "playful",
        "silly",
        "triumphant",
    ];

    /// <summary>A score for each theme: the weight for every trigger found, more for longer triggers and for early ones.</summary>
    public double[] Scores(string text, double weight)
    {
        var scores = new double[themes.Length];
        Add(scores, text, weight);
        return scores;
    }

    /// <summary>Adds what a text calls for.</summary>
    public void Add(double[] scores, string text, double weight)
    {
        var lower = text.ToLowerInvariant();
        var plain = " " + string.Join(' ', Word().Matches(lower).Select(match => match.Value)) + " ";
        var stems = " " + string.Join(' ', Word().Matches(lower).Select(match => Stem(match.Value))) + " ";
        for (var i = 0; i < themes.Length; i++)
        {
            var places = new HashSet<int>();
            foreach (var trigger in themes[i].Triggers.OrderByDescending(trigger => trigger.Length))
            {
                if (At(trigger, plain, stems, lower) is >= 0 and var at && places.Add(at))
                {
                    var words = trigger.Count(c => c == ' ') + 1;
                    var early = 1 - 0.5 * at / Math.Max(1, lower.Length);
                    scores[i] += weight * early * (1 + 0.75 * (words - 1)) * themes[i].Weight;
                }
            }
        }
    }

    /// <summary>The themes with a score, best first, and their scores; "any" when there is none.</summary>
    public (ImmutableArray<Theme> Themes, ImmutableArray<double> Scores) Ranked(double[] scores)
    {
        var ranked = Enumerable
            .Range(0, themes.Length)
            .Where(i => scores[i] > 0)
            .OrderByDescending(i => scores[i])
            .ThenBy(i => i)
            .ToImmutableArray();
        return ranked.IsEmpty
            ? ([themes.First(theme => theme.Name == "any")], [0])
            : ([.. ranked.Select(i => themes[i])], [.. ranked.Select(i => scores[i])]);
    }

    /// <summary>-1 when dark words outnumber the bright, 1 for the reverse, else 0.</summary>
    public static int Mood(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        return Math.Sign(words.Count(word => Bright.Contains(word)) - words.Count(word => Dark.Contains(word)));
    }

    // The index of the trigger's first word; other scripts are looked for as they stand.
    private static int At(string trigger, string plain, string stems, string text)
    {
        if (trigger[0] >= 0x2E80)
        {
            return text.IndexOf(trigger, StringComparison.Ordinal);
        }

        var at = WordAt(plain, trigger);
        return at >= 0 || trigger.Contains(' ', StringComparison.Ordinal) ? at : WordAt(stems, Stem(trigger));
    }

    private static int WordAt(string words, string phrase)
    {
        var at = words.IndexOf($" {phrase} ", StringComparison.Ordinal);
        return at < 0 ? -1 : words.AsSpan(0, at).Count(' ');
    }

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["'s", "ies", "ing", "ed", "es", "s", "e", "y"])
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                return stem.Length > 3 && stem[^1] == stem[^2] && ending is "ing" or "ed" ? stem[..^1] : stem;
            }
        }

        return word;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

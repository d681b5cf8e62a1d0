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
            foreach (var trigger in themes[i].Triggers)
            {
                var at = At(trigger, plain, stems, lower);
                if (at >= 0)
                {
                    var words = trigger.Count(c => c == ' ') + 1;
                    var early = 1 - 0.5 * at / Math.Max(1, plain.Length);
                    scores[i] += weight * early * (1 + 0.75 * (words - 1));
                }
            }
        }
    }

    /// <summary>The themes with a score, best first; "any" when there is none.</summary>
    public ImmutableArray<Theme> Ranked(double[] scores)
    {
        var ranked = Enumerable
            .Range(0, themes.Length)
            .Where(i => scores[i] > 0)
            .OrderByDescending(i => scores[i])
            .ThenBy(i => i)
            .Select(i => themes[i])
            .ToImmutableArray();
        return ranked.IsEmpty ? [themes.First(theme => theme.Name == "any")] : ranked;
    }

    /// <summary>-1 when dark words outnumber the bright, 1 for the reverse, else 0.</summary>
    public static int Mood(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        return Math.Sign(words.Count(word => Bright.Contains(word)) - words.Count(word => Dark.Contains(word)));
    }

    private static int At(string trigger, string plain, string stems, string text) =>
        trigger[0] >= 0x2E80 ? text.IndexOf(trigger, StringComparison.Ordinal)
        : plain.IndexOf($" {trigger} ", StringComparison.Ordinal) is >= 0 and var at ? at
        : trigger.Contains(' ', StringComparison.Ordinal) ? -1
        : stems.IndexOf($" {Stem(trigger)} ", StringComparison.Ordinal);

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

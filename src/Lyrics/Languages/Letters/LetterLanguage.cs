using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// A language that is sung by its spelling: ordered letter-to-sound rules with contexts (after Elovitz et al., NRL Report 7948, 1976),
/// the words they do not fit, and where the stress lies. Read from one text file. Safe for use from many threads.
/// </summary>
internal sealed class LetterLanguage
{
    private readonly HashSet<string> _functionWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Stress)[]> _exceptions = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<LetterRule>> _rules = [];
    private readonly LetterStress _stress;

    /// <summary>Reads the file of a language.</summary>
    /// <exception cref="FormatException">A line of it is none of the kinds.</exception>
    public LetterLanguage(string name)
    {
        foreach (var line in Resource.Lines(name, "Languages"))
        {
            var (kind, rest) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            switch (kind)
            {
                case "stress":
                    _stress = Enum.Parse<LetterStress>(rest, ignoreCase: true);
                    break;
                case "marks":
                    Marks = kind == rest ? "" : rest;
                    break;
                case "letters":
                    Letters = rest;
                    break;
                case "hints":
                    _hints.UnionWith(rest.Split(' '));
                    break;
                case "words":
                    _functionWords.UnionWith(rest.Split(' '));
                    break;
                case "word":
                    var parts = rest.Split(" =");
                    _exceptions.Add(parts[0], LetterRule.Sounds(parts[1]));
                    break;
                default:
                    Add(LetterRule.Parse(line));
                    break;
            }
        }
    }

    /// <summary>Letters and signs that speak for the language.</summary>
    public string Marks { get; } = "";

    /// <summary>All letters with marks that its spelling has.</summary>
    public string Letters { get; } = "";

    /// <summary>True for a word, lower case with its marks, that songs of the language often have.</summary>
    public bool IsHint(string word) => _hints.Contains(word);

    /// <summary>True for a word, lower case with its marks, that carries the sentence.</summary>
    public bool IsFunctionWord(string word) => _functionWords.Contains(word);

    /// <summary>The syllables of one written word, each with one vowel; empty where it has no letter.</summary>
    public ImmutableArray<Syllable> Say(string written)
    {
        var word = Stretch.Shorten(written.ToLowerInvariant().Normalize(NormalizationForm.FormC));
        var (phones, stresses) = (new List<string>(), new List<int>());
        foreach (var part in word.Split('-', '\'', '’', '‐', '‑', '`', '´', 'ʼ'))
        {
            foreach (var (name, stress) in Sounds(part))
            {
                phones.Add(name);
                stresses.Add(stress);
            }
        }

        return phones.Count == 0 ? [] : Stressed(Begun(Syllabifier.Part(phones, stresses)), word);
    }

    // Other than in English, any consonant begins a syllable with a glide, and ts and dz are one sound.
    private static ImmutableArray<Syllable> Begun(ImmutableArray<Syllable> syllables)
    {
        var begun = syllables.ToBuilder();
        for (var i = 1; i < begun.Count; i++)
        {
            while (Joins(begun[i - 1].Phones, begun[i].Phones))
            {
                var moved = begun[i - 1].Phones[^1];
                begun[i - 1] = begun[i - 1] with { Phones = begun[i - 1].Phones[..^1] };
                begun[i] = begun[i] with { Phones = [moved, .. begun[i].Phones] };
            }
        }

        return begun.ToImmutable();
    }

    private static bool Joins(ImmutableArray<string> before, ImmutableArray<string> after) =>
        (before[^1], after[0]) switch
        {
            ("t", "s") or ("d", "z") => true,
            ("y" or "w" or "ng", _) => false,
            (var last, "y" or "w") => !Phones.IsVowel(last),
            _ => false,
        };

    private IEnumerable<(string Name, int Stress)> Sounds(string part)
    {
        if (_exceptions.TryGetValue(part, out var whole))
        {
            return whole;
        }

        var letters = Known(part);
        var sounds = new List<(string Name, int Stress)>();
        for (var i = 0; i < letters.Length; )
        {
            var rule = _rules.GetValueOrDefault(letters[i])?.Find(r => r.Place.IsMatch(letters, i));
            sounds.AddRange(rule?.Phones ?? []);
            i += rule?.Letters.Length ?? 1;
        }

        return sounds;
    }

    // Letters that no rule begins with give up their marks.
    private string Known(string part)
    {
        var known = new StringBuilder(part.Length);
        foreach (var c in part)
        {
            known.Append(_rules.ContainsKey(c) ? c.ToString() : Spelling.Fold(c.ToString()));
        }

        return known.ToString();
    }

    private void Add(LetterRule rule)
    {
        if (!_rules.TryGetValue(rule.Letters[0], out var list))
        {
            _rules.Add(rule.Letters[0], list = []);
        }

        list.Add(rule);
    }

    private ImmutableArray<Syllable> Stressed(ImmutableArray<Syllable> syllables, string word)
    {
        var marked = syllables.LastOrDefault(s => s.Stress == 1);
        var last = syllables.Length - 1;
        var at = marked is not null
            ? syllables.LastIndexOf(marked)
            : _stress switch
            {
                LetterStress.Penultimate => Math.Max(0, last - 1),
                LetterStress.Spanish => EndsLightly(word, "aeiou", ["n", "s"]) ? Math.Max(0, last - 1) : last,
                LetterStress.Portuguese => EndsLightly(word, "aeo", ["s", "m", "ns"]) ? Math.Max(0, last - 1) : last,
                LetterStress.German => German(syllables, word),
                _ => last > 0 && syllables[last].Phones.Contains("ax") ? last - 1 : last,
            };
        return [.. syllables.Select((s, i) => s with { Stress = i == at ? 1 : 0 })];
    }

    private static bool EndsLightly(string word, string vowels, string[] endings)
    {
        var stem = word;
        foreach (var ending in endings.Where(e => word.EndsWith(e, StringComparison.Ordinal)))
        {
            stem = word[..^ending.Length];
        }

        return stem.Length > 0 && vowels.Contains(stem[^1], StringComparison.Ordinal);
    }

    private static int German(ImmutableArray<Syllable> syllables, string word)
    {
        ReadOnlySpan<string> prefixes = ["be", "ge", "er", "ver", "zer", "ent", "emp"];
        foreach (var prefix in prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal) && syllables.Length > 1)
            {
                return syllables[1].Phones.Any(p => p is "ax" or "er") ? 0 : 1;
            }
        }

        return 0;
    }
}

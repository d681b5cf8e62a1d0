using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Finds the syllables of one folded word (letters a to z and apostrophes): overrides, dictionary, forms derived from known
/// words, then letter-to-sound.</summary>
internal sealed class Lexicon
{
    // Words that end in "in" by nature although a word with "ing" stands beside them.
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "aspirin",
        "basin",
        "berlin",
        "bobbin",
        "calvin",
        "coffin",
        "collin",
        "dustin",
        "gatlin",
        "griffin",
        "joplin",
        "marin",
        "marlin",
        "martin",
        "paulin",
        "raisin",
        "rankin",
    };

    private readonly Dictionary<string, ImmutableArray<Syllable>> _overrides = new(StringComparer.Ordinal);
    private readonly PronouncingDictionary _dictionary;
    private readonly Lazy<GraphoneSpeller> _speller;
    private readonly Sounds _sounds = new();

    /// <summary>Joins the sources.</summary>
    public Lexicon(PronouncingDictionary dictionary)
    {
        _dictionary = dictionary;
        _speller = new Lazy<GraphoneSpeller>(() => GraphoneSpeller.Read(Resource.Graphones()));
        foreach (var line in Resource.Lines("Overrides"))
        {
            AddOverride(line);
        }
    }

    /// <summary>The syllables of a word, each with one vowel; empty for a text without letters.</summary>
    public ImmutableArray<Syllable> Pronounce(string word)
    {
        var bare = word.Replace("'", "", StringComparison.Ordinal);
        if (bare.Length == 0)
        {
            return [];
        }

        foreach (
            var way in (ReadOnlySpan<Func<string, string, ImmutableArray<Syllable>>>)
                [Stretched, Exact, Derived, Composed]
        )
        {
            var found = way(word, bare);
            if (!found.IsDefaultOrEmpty)
            {
                return found;
            }
        }

        return Full(bare, Syllabifier.Repair(_speller.Value.Pronounce(bare), needsStress: true));
    }

    // A word of one syllable has a full vowel.
    private static ImmutableArray<Syllable> Full(string word, ImmutableArray<Syllable> syllables)
    {
        if (syllables is not [var only] || !only.Phones.Contains("ax"))
        {
            return syllables;
        }

        return
        [
            only with
            {
                Phones = only.Phones.Replace("ax", word.Contains('a', StringComparison.Ordinal) ? "aa" : "ah"),
            },
        ];
    }

    /// <summary>The override or dictionary entry; default when there is none.</summary>
    public ImmutableArray<Syllable> Known(string word)
    {
        if (_overrides.TryGetValue(word, out var syllables))
        {
            return syllables;
        }

        syllables = _dictionary.Find(word);
        return syllables.IsDefault ? default : Syllabifier.Repair(syllables, needsStress: true);
    }

    /// <summary>What the table of sung forms has for a text as it is written, folded; default for nothing.</summary>
    public ImmutableArray<Syllable> Overridden(string text) => _overrides.GetValueOrDefault(text);

    /// <summary>The letters' names.</summary>
    public ImmutableArray<Syllable> Spelled(string letters) =>
        [.. letters.SelectMany(c => _overrides.GetValueOrDefault($"{c}.", []))];

    private ImmutableArray<Syllable> Stretched(string word, string bare)
    {
        if (_overrides.TryGetValue(word, out var syllables))
        {
            return syllables;
        }

        if (_sounds.Find(bare) is { IsDefault: false } sound)
        {
            return sound;
        }

        if (!Stretch.IsStretched(word))
        {
            return default;
        }

        var plain = Stretch.Candidates(bare).Select(Known).FirstOrDefault(s => !s.IsDefaultOrEmpty);
        return plain.IsDefaultOrEmpty ? Pronounce(Stretch.Candidates(bare).First()) : plain;
    }

    private ImmutableArray<Syllable> Exact(string word, string bare)
    {
        // A clipped "-ing" is better taken from the full form than from the surname that the dictionary has under that spelling.
        var isClipped =
            word.EndsWith("in'", StringComparison.Ordinal)
            || (word.Length > 4 && word.EndsWith("in", StringComparison.Ordinal));
        if (isClipped && !Whole.Contains(word) && DroppedG(bare) is { IsDefault: false } dropped)
        {
            return dropped;
        }

        var known = Known(word);
        if (known.IsDefault)
        {
            known = Known(word.Trim('\''));
        }

        return known;
    }

    private ImmutableArray<Syllable> Derived(string word, string bare)
    {
        if (Suffixed(word.Trim('\'')) is { IsDefault: false } suffixed)
        {
            return suffixed;
        }

        return word.Contains('\'', StringComparison.Ordinal) ? Known(bare) : default;
    }

    private ImmutableArray<Syllable> Suffixed(string word)
    {
        var at = word.LastIndexOf('\'');
        if (at <= 0)
        {
            return default;
        }

        var (stem, ending) = (word[..at], word[(at + 1)..]);
        if (ending == "t" && stem[^1] == 'n' && stem.Length > 1)
        {
            return WordForms.Append(Pronounce(stem[..^1]), "ax", "n", "t");
        }

        var last = ending is "s" or "d" or "ll" or "ve" or "re" or "m" ? Pronounce(stem) : [];
        if (last.IsEmpty)
        {
            return default;
        }

        var isVowel = Phones.IsVowel(last[^1].Phones[^1]);
        return ending switch
        {
            "s" => WordForms.Plural(last),
            "d" when isVowel || last[^1].Phones[^1] is "r" or "l" or "n" => WordForms.Append(last, "d"),
            "d" => WordForms.Append(last, "ax", "d"),
            "ll" when isVowel => WordForms.Append(last, "l"),
            "ll" => WordForms.Append(last, "ax", "l"),
            "ve" when isVowel => WordForms.Append(last, "v"),
            "ve" => WordForms.Append(last, "ax", "v"),
            "re" => isVowel ? WordForms.Append(last, "r") : WordForms.Append(last, "er"),
            _ => isVowel ? WordForms.Append(last, "m") : WordForms.Append(last, "ax", "m"),
        };
    }

    // "runnin" as "running" with n for ng.
    private ImmutableArray<Syllable> DroppedG(string clipped)
    {
        var full = clipped.Length < 4 ? default : Known($"{clipped}g");
        return full.IsDefaultOrEmpty || full[^1].Phones[^1] != "ng"
            ? default
            : full.SetItem(
                full.Length - 1,
                full[^1] with
                {
                    Phones = full[^1].Phones.SetItem(full[^1].Phones.Length - 1, "n"),
                }
            );
    }

    private ImmutableArray<Syllable> Composed(string word, string bare)
    {
        if (bare.Length <= 5 && bare.All(c => c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y')))
        {
            return Spelled(bare);
        }

        for (var unit = 2; unit <= 4 && unit * 2 <= bare.Length; unit++)
        {
            var times = bare.Length / unit;
            if (bare.Length % unit == 0 && bare == string.Concat(Enumerable.Repeat(bare[..unit], times)))
            {
                return Repeated(Pronounce(bare[..unit]), times);
            }
        }

        var known = WithoutEnding(bare);
        known = known.IsDefault ? Inflected(bare) : known;
        return known.IsDefault ? Compound(bare) : known;
    }

    private static ImmutableArray<Syllable> Repeated(ImmutableArray<Syllable> unit, int times) =>
        [.. Enumerable.Repeat(unit, times).SelectMany(s => s)];

    private ImmutableArray<Syllable> WithoutEnding(string word)
    {
        if (word.Length > 4 && word[^1] == 's' && word[^2] != 's' && Known(word[..^1]) is { IsDefault: false } stem)
        {
            return WordForms.Plural(stem);
        }

        foreach (
            var (ending, phones) in (ReadOnlySpan<(string, string[])>)
                [("less", ["l", "ax", "s"]), ("ness", ["n", "ax", "s"]), ("ly", ["l", "iy"])]
        )
        {
            if (
                word.Length > ending.Length + 2
                && word.EndsWith(ending, StringComparison.Ordinal)
                && Known(word[..^ending.Length]) is { IsDefault: false } known
            )
            {
                return [.. known, new Syllable([.. phones], 0)];
            }
        }

        return default;
    }

    // "vibing" of "vibe", "yeeted" of "yeet", "jammer" of "jam".
    private ImmutableArray<Syllable> Inflected(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "er"])
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var bare = word[..^ending.Length];
            var single = bare[^1] == bare[^2] ? bare[..^1] : bare;
            foreach (var stem in (ReadOnlySpan<string>)[bare, $"{bare}e", single])
            {
                if (stem.Length > 2 && Known(stem) is { IsDefaultOrEmpty: false } known)
                {
                    return ending switch
                    {
                        "ing" => WordForms.Append(known, "ih", "ng"),
                        "er" => WordForms.Append(known, "er"),
                        _ => WordForms.Past(known),
                    };
                }
            }
        }

        return default;
    }

    private ImmutableArray<Syllable> Compound(string word)
    {
        for (var cut = Math.Min(word.Length - 3, 24); cut >= 3; cut--)
        {
            if (
                Known(word[..cut]) is { IsDefault: false } first
                && Known(word[cut..]) is { IsDefault: false } second
                && (cut > 3 || word.Length > 6)
            )
            {
                return [.. first, .. second.Select(s => s.Stress == 1 ? s with { Stress = 2 } : s)];
            }
        }

        return default;
    }

    private void AddOverride(string line)
    {
        var alias = line.IndexOf(" = ", StringComparison.Ordinal);
        if (alias > 0)
        {
            _overrides[line[..alias]] = _overrides[line[(alias + 3)..]];
            return;
        }

        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        _overrides[line[..colon]] = Notation.Read(line[(colon + 2)..]);
    }
}

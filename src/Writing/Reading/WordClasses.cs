using System.Collections.Frozen;

namespace Troubadour.Writing;

/// <summary>What kinds a word may be of: "person", "verb", "prep" ... Words are asked for in lower case.</summary>
internal sealed class WordClasses
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;
    private readonly FrozenSet<string> _finite;
    private readonly FrozenSet<string> _gerunds;

    /// <summary>Reads lists of words parted by spaces.</summary>
    public WordClasses(IReadOnlyDictionary<string, string> lists)
    {
        _classes = lists.ToFrozenDictionary(
            list => list.Key,
            list => list.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        var verbs = _classes.GetValueOrDefault("verb", FrozenSet<string>.Empty);
        _finite = verbs.SelectMany(VerbForms.Finite).Concat(_classes["past"]).ToFrozenSet(StringComparer.Ordinal);
        _gerunds = verbs.SelectMany(VerbForms.Gerunds).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>True when the word is in the list, or its singular is in a list of nouns.</summary>
    public bool Is(string word, string kind) =>
        _classes.TryGetValue(kind, out var words)
        && (words.Contains(word) || (IsNounList(kind) && Singular(word) is { } one && words.Contains(one)));

    /// <summary>True for "falls" and "fell", not for "fall".</summary>
    public bool IsFinite(string word) => _finite.Contains(word);

    /// <summary>True for "falling", also of verbs that are not listed.</summary>
    public bool IsGerund(string word) =>
        _gerunds.Contains(word)
        || (
            IsContent(word)
            && word.Length > 5
            && word.EndsWith("ing", StringComparison.Ordinal)
            && NounKind(word) is null
        );

    /// <summary>True for a word that carries meaning.</summary>
    public bool IsContent(string word) =>
        word.Length > 1
        && !Is(word, "det")
        && !Is(word, "possessive")
        && !Is(word, "prep")
        && !Is(word, "link")
        && !Is(word, "pron")
        && !Is(word, "object")
        && !Is(word, "rel")
        && !Is(word, "conj")
        && !Is(word, "aux")
        && !Is(word, "adverb")
        && !Is(word, "meta");

    /// <summary>person, animal, thing, place, time or idea; null for a word in none of these lists.</summary>
    public string? NounKind(string word) =>
        Array.Find(["person", "animal", "place", "time", "thing", "idea"], kind => Is(word, kind));

    /// <summary>True for a noun of many.</summary>
    public bool IsPlural(string word) =>
        word
            is "people"
                or "children"
                or "men"
                or "women"
                or "mice"
                or "wolves"
                or "leaves"
                or "wives"
                or "elves"
                or "feet"
        || (Singular(word) is not null && !Is(word, "mass"));

    private static bool IsNounList(string kind) =>
        kind is "person" or "animal" or "place" or "time" or "thing" or "idea";

    private static string? Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return null;
        }

        return word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
            : word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
                ? word[..^2]
            : word[..^1];
    }
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Endings on words whose sound is known.</summary>
internal static class WordForms
{
    /// <summary>A word with further phones; default for no word. A vowel takes the consonant before it into its syllable.</summary>
    public static ImmutableArray<Syllable> Append(ImmutableArray<Syllable> word, params ReadOnlySpan<string> phones)
    {
        if (word.IsEmpty)
        {
            return default;
        }

        var last = word[^1];
        if (!Phones.IsVowel(phones[0]))
        {
            return word.SetItem(word.Length - 1, last with { Phones = last.Phones.AddRange(phones) });
        }

        var onset = Phones.IsVowel(last.Phones[^1]) || last.Phones[^1] == "ng" ? 0 : 1;
        return word.SetItem(word.Length - 1, last with { Phones = last.Phones[..^onset] })
            .Add(new Syllable([.. last.Phones[^onset..], .. phones], 0));
    }

    /// <summary>A word with its plural's s.</summary>
    public static ImmutableArray<Syllable> Plural(ImmutableArray<Syllable> word) =>
        word[^1].Phones[^1] switch
        {
            "s" or "z" or "sh" or "zh" or "ch" or "jh" => Append(word, "ax", "z"),
            "p" or "t" or "k" or "f" or "th" => Append(word, "s"),
            _ => Append(word, "z"),
        };

    /// <summary>A word with the ending of its past.</summary>
    public static ImmutableArray<Syllable> Past(ImmutableArray<Syllable> word) =>
        word[^1].Phones[^1] switch
        {
            "t" or "d" => Append(word, "ih", "d"),
            "p" or "k" or "f" or "s" or "sh" or "ch" or "th" => Append(word, "t"),
            _ => Append(word, "d"),
        };
}

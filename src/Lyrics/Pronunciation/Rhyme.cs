using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>How two words end: they rhyme when all is alike from the last stressed vowel on.</summary>
internal static class Rhyme
{
    /// <summary>2 for words that rhyme, 1 for words that share the last vowel only, 0 for others.</summary>
    public static int Closeness(ImmutableArray<Syllable> first, ImmutableArray<Syllable> second)
    {
        if (first.IsEmpty || second.IsEmpty)
        {
            return 0;
        }

        return Ending(first).SequenceEqual(Ending(second)) ? 2
            : Vowel(first[^1]) == Vowel(second[^1]) ? 1
            : 0;
    }

    private static IEnumerable<string> Ending(ImmutableArray<Syllable> word)
    {
        var start = word.Length - 1;
        while (start > 0 && word[start].Stress == 0)
        {
            start--;
        }

        return word[start]
            .Phones.SkipWhile(phone => !Phones.IsVowel(phone))
            .Concat(word.Skip(start + 1).SelectMany(syllable => syllable.Phones));
    }

    private static string Vowel(Syllable syllable) => syllable.Phones.First(Phones.IsVowel);
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Parts phones into syllables with one vowel each; consonants between vowels go to the later syllable as far as English
/// begins words with them (the maximal-onset principle: Kahn 1976).</summary>
internal static class Syllabifier
{
    /// <summary>Parts the phones. Without any vowel, one is put before the last consonant.</summary>
    /// <param name="phones">Phones in order.</param>
    /// <param name="stresses">Stress of each phone; only the vowels' values count.</param>
    public static ImmutableArray<Syllable> Part(List<string> phones, List<int> stresses)
    {
        if (!phones.Exists(Phones.IsVowel))
        {
            var at = Math.Max(0, phones.Count - 1);
            phones.Insert(at, "ax");
            stresses.Insert(at, 1);
        }

        var syllables = ImmutableArray.CreateBuilder<Syllable>();
        var start = 0;
        var vowel = phones.FindIndex(Phones.IsVowel);
        while (vowel >= 0)
        {
            var next = phones.FindIndex(vowel + 1, Phones.IsVowel);
            var end = next < 0 ? phones.Count : OnsetStart(phones, vowel + 1, next);
            syllables.Add(new Syllable([.. phones[start..end]], stresses[vowel]));
            start = end;
            vowel = next;
        }

        return syllables.ToImmutable();
    }

    /// <summary>Parts again where a syllable has no vowel or two, and gives a word without primary stress one on its first full vowel.</summary>
    public static ImmutableArray<Syllable> Repair(ImmutableArray<Syllable> syllables, bool needsStress)
    {
        var whole = syllables;
        if (syllables.IsEmpty || syllables.Any(s => s.Phones.Count(Phones.IsVowel) != 1))
        {
            whole = Part(
                [.. syllables.SelectMany(s => s.Phones)],
                [.. syllables.SelectMany(s => s.Phones.Select(_ => s.Stress))]
            );
        }

        if (!needsStress || whole.Any(s => s.Stress == 1))
        {
            return whole;
        }

        var full = whole.FirstOrDefault(s => !s.Phones.Contains("ax")) ?? whole[0];
        return whole.SetItem(whole.IndexOf(full), full with { Stress = 1 });
    }

    private static int OnsetStart(List<string> phones, int from, int vowel)
    {
        for (var start = Math.Max(from, vowel - 3); start < vowel; start++)
        {
            if (Phones.IsOnset([.. phones[start..vowel]]))
            {
                return start;
            }
        }

        return vowel;
    }
}

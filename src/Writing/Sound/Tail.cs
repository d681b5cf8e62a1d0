using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>The end of a word that rhymes.</summary>
/// <param name="Onset">The consonants before the stressed vowel.</param>
/// <param name="Sounds">The phones from that vowel on.</param>
/// <param name="Last">The last syllable's rhyme where it can be sung as strong (a long vowel after a weak syllable), else unlike any other.</param>
internal sealed record Tail(string Onset, string Sounds, string Last)
{
    /// <summary>The tail of a word.</summary>
    public static Tail Of(SungWord word)
    {
        var at = 0;
        for (var i = 0; i < word.Syllables.Length; i++)
        {
            at = word.Syllables[i].Stress > 0 ? i : at;
        }

        var phones = word.Syllables[at].Phones;
        var vowel = VowelAt(phones);
        var rest = word.Syllables.Skip(at + 1).SelectMany(syllable => syllable.Phones);
        var sounds = Plain(phones.Skip(vowel).Concat(rest));
        return new Tail(string.Join(' ', phones.Take(vowel)), sounds, Promoted(word, at, sounds));
    }

    /// <summary>The sounds with each consonant replaced by its family.</summary>
    public string Family(string[] families) =>
        string.Join(
            ' ',
            Sounds
                .Split(' ')
                .Select(phone => Array.Find(families, family => family.Split(' ').Contains(phone)) ?? phone)
        );

    // "memory" may answer "sea": two syllables after the stress, the last one may bear the beat.
    private static string Promoted(SungWord word, int stressed, string sounds)
    {
        if (stressed == word.Syllables.Length - 1)
        {
            return sounds;
        }

        var last = word.Syllables[^1].Phones;
        return stressed < word.Syllables.Length - 2 ? Plain(last.Skip(VowelAt(last))) : "- " + word.Text;
    }

    private static int VowelAt(IReadOnlyList<string> phones)
    {
        for (var i = 0; i < phones.Count; i++)
        {
            if (phones[i][0] is 'a' or 'e' or 'i' or 'o' or 'u')
            {
                return i;
            }
        }

        return 0;
    }

    // Dictionaries part vowels that most singers do not ("song", "gone"), save before r ("far", "for").
    private static string Plain(IEnumerable<string> phones) =>
        string.Join(' ', phones)
            .Replace("ax", "ah", StringComparison.Ordinal)
            .Replace("ao r", "or", StringComparison.Ordinal)
            .Replace("ao", "aa", StringComparison.Ordinal);
}

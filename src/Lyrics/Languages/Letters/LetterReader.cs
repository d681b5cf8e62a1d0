using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Sings the words of a language by its letters, but those that singers of every language borrow from English.</summary>
internal sealed class LetterReader(LetterLanguage language, IReadOnlySet<string> borrowed)
{
    /// <summary>The word; null for one that is English or has no letter to say, such as a number.</summary>
    public SungWord? Read(string written)
    {
        var lower = written.ToLowerInvariant().Replace('’', '\'');
        if (lower.Any(char.IsDigit) || borrowed.Contains(lower))
        {
            return null;
        }

        var syllables = language.Say(written);
        return syllables.IsEmpty ? null : new SungWord(written, !language.IsFunctionWord(lower), syllables);
    }
}

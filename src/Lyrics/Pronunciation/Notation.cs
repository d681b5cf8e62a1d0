using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Reads phones as this assembly's tables write them: "b ih0 . k ao1 z", syllables parted by dots, stress after the vowel.</summary>
internal static class Notation
{
    /// <summary>The syllables.</summary>
    /// <exception cref="InvalidDataException">A phone is unknown, or a syllable has no stress.</exception>
    public static ImmutableArray<Syllable> Read(string text)
    {
        var syllables = ImmutableArray.CreateBuilder<Syllable>();
        foreach (var syllable in text.Split(" . "))
        {
            var digit = syllable.FirstOrDefault(char.IsAsciiDigit);
            var phones = syllable
                .Split(' ')
                .Select(p => Phones.Find(p.AsSpan().TrimEnd("012")) ?? throw new InvalidDataException(text));
            syllables.Add(
                digit is >= '0' and <= '2'
                    ? new Syllable([.. phones], digit - '0')
                    : throw new InvalidDataException(text)
            );
        }

        return syllables.ToImmutable();
    }
}

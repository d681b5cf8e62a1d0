using System.Collections.Immutable;

namespace Troubadour.Lyrics;

/// <summary>One letter and what it stands for.</summary>
/// <param name="Letter">a to z; '^' and '$' for a word's start and end.</param>
/// <param name="Phones">Phones, none to two, with the stresses of vowels.</param>
internal sealed record Graphone(char Letter, ImmutableArray<(string Name, int Stress)> Phones)
{
    /// <summary>Reads "x:k s", "a:ey1" or "e:".</summary>
    /// <exception cref="InvalidDataException">A phone is unknown.</exception>
    public static Graphone Parse(string text) =>
        text.Length < 2 || text[1] != ':'
            ? throw new InvalidDataException(text)
            : new Graphone(
                text[0],
                [
                    .. text[2..]
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(phone =>
                            (
                                Troubadour.Lyrics.Phones.Find(phone.AsSpan().TrimEnd("012"))
                                    ?? throw new InvalidDataException(text),
                                char.IsAsciiDigit(phone[^1]) ? phone[^1] - '0' : 0
                            )
                        ),
                ]
            );
}

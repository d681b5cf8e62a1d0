using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Sounds that are spelled out: "ooooh", "yeaahh", "brrr", "skrrt".</summary>
internal sealed class Sounds
{
    private const int Longest = 64;

    // No pattern has more letters than these, nor c, i, j, q, v or x: most words need not be tried.
    private const int MostLetters = 4;
    private readonly List<(Regex Pattern, ImmutableArray<Syllable> Syllables)> _sounds =
    [
        .. Resource
            .Lines("Sounds")
            .Select(line => line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(line => (new Regex($"^{line[0]}$", RegexOptions.CultureInvariant), Notation.Read(line[1]))),
    ];

    /// <summary>The syllables of a sound; default for other words.</summary>
    public ImmutableArray<Syllable> Find(string word)
    {
        if (
            word.Length > Longest
            || word.Any(c => c is 'c' or 'i' or 'j' or 'q' or 'v' or 'x')
            || word.Distinct().Count() > MostLetters
        )
        {
            return default;
        }

        foreach (var (pattern, syllables) in _sounds)
        {
            if (pattern.IsMatch(word))
            {
                return syllables;
            }
        }

        return default;
    }
}

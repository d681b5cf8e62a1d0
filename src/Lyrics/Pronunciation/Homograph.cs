using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>A word that is said in two ways.</summary>
/// <param name="Readings">The ways.</param>
/// <param name="Rules">Which reading the neighbours ask for, the first that fits.</param>
/// <param name="Usual">The reading where they ask for none.</param>
internal sealed record Homograph(
    ImmutableArray<ImmutableArray<Syllable>> Readings,
    ImmutableArray<(int Reading, ImmutableArray<NeighbourPattern> Patterns)> Rules,
    int Usual
)
{
    /// <summary>The reading that the neighbours ask for; null where they do not decide.</summary>
    public ImmutableArray<Syllable>? Decided(IReadOnlyList<string> words, int at)
    {
        foreach (var (reading, patterns) in Rules)
        {
            foreach (var pattern in patterns)
            {
                if (pattern.Fits(words, at))
                {
                    return Readings[reading];
                }
            }
        }

        return null;
    }

    /// <summary>The reading that rhymes best with one of other words; the usual one where none does.</summary>
    public ImmutableArray<Syllable> Rhyming(IEnumerable<ImmutableArray<Syllable>> others)
    {
        var (best, most) = (Readings[Usual], 0);
        foreach (var other in others)
        {
            foreach (var reading in Readings)
            {
                var closeness = Rhyme.Closeness(reading, other);
                if (closeness > most && Readings.Any(r => Rhyme.Closeness(r, other) < closeness))
                {
                    (best, most) = (reading, closeness);
                }
            }
        }

        return best;
    }
}

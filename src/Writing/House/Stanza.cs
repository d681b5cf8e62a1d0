using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>Finished lines of one section.</summary>
/// <param name="Scheme">A letter a line; neighbours with one letter rhyme or are the same line.</param>
/// <param name="Lines">As sung.</param>
/// <param name="Counts">Syllables of each line.</param>
internal sealed record Stanza(string Scheme, ImmutableArray<string> Lines, ImmutableArray<int> Counts)
{
    /// <summary>One stanza after another; letters of the second are made its own.</summary>
    public Stanza Then(Stanza next) =>
        new(
            Scheme + string.Concat(next.Scheme.Select(letter => (char)(letter + Scheme.Distinct().Count()))),
            Lines.AddRange(next.Lines),
            Counts.AddRange(next.Counts)
        );
}

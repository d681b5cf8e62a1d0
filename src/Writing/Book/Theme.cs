using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>What songs on one subject say.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Triggers">Words and phrases of descriptions that call for it, lower case.</param>
/// <param name="Mood">-1 dark, 0 neither, 1 bright.</param>
/// <param name="Weight">How much a trigger counts.</param>
/// <param name="You">Who is spoken to: lover, friend, mother ...; none when nobody or anybody.</param>
/// <param name="Couplets">Pairs of about eight syllables each, for verses.</param>
/// <param name="Quatrains">Four lines, for verses.</param>
/// <param name="Lifts">Pairs that rise, for pre-choruses.</param>
/// <param name="Choruses">Four lines with their title.</param>
/// <param name="Bridges">Four lines that turn.</param>
internal sealed record Theme(
    string Name,
    ImmutableArray<string> Triggers,
    int Mood,
    double Weight,
    string You,
    ImmutableArray<Block> Couplets,
    ImmutableArray<Block> Quatrains,
    ImmutableArray<Block> Lifts,
    ImmutableArray<Block> Choruses,
    ImmutableArray<Block> Bridges
);

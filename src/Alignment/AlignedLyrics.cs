using System.Collections.Immutable;

namespace Troubadour.Alignment;

/// <summary>Lyrics with times. Every word of the lyrics is there once, in order; a word starts where or after the one before it ends.</summary>
/// <param name="Lines">The lines that have words.</param>
public sealed record AlignedLyrics(ImmutableArray<AlignedLine> Lines)
{
    /// <summary>All words in order.</summary>
    public IEnumerable<AlignedWord> Words => Lines.SelectMany(line => line.Words);

    /// <summary>Mean confidence over the words, 0 to 1; 0 without words.</summary>
    public double Confidence => Words.Select(word => word.Confidence).DefaultIfEmpty().Average();
}

using System.Collections.Immutable;

namespace Troubadour.Alignment;

/// <summary>A line of the lyrics in the recording.</summary>
/// <param name="Text">As written, without stray signs.</param>
/// <param name="Words">Its words in order; at least one.</param>
public sealed record AlignedLine(string Text, ImmutableArray<AlignedWord> Words)
{
    /// <summary>Second its first word starts.</summary>
    public double Start => Words[0].Start;

    /// <summary>Second its last word ends.</summary>
    public double End => Words[^1].End;
}

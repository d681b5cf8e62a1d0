using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A line that is laid over a tune.</summary>
/// <param name="Section">The kind of section that begins with it; null in the midst of one.</param>
/// <param name="Text">The line as it is shown.</param>
/// <param name="Words">Its words.</param>
internal sealed record HeardLine(string? Section, string Text, ImmutableArray<SungWord> Words)
{
    /// <summary>Its syllables.</summary>
    public int Syllables => Words.Sum(word => word.Syllables.Length);
}

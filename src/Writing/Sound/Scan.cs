using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>A line as it sounds.</summary>
/// <param name="Words">The words in order.</param>
/// <param name="Syllables">How many syllables are sung.</param>
/// <param name="Alternation">How well strong and weak syllables take turns: 1 for perfectly, 0 for not at all.</param>
internal sealed record Scan(ImmutableArray<SungWord> Words, int Syllables, double Alternation)
{
    /// <summary>A line without words.</summary>
    public static Scan Silent { get; } = new([], 0, 1);
}

using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>What a description says.</summary>
/// <param name="Phrases">Words to use, in order of their place.</param>
/// <param name="Themes">Themes it calls for, the strongest first; never empty.</param>
/// <param name="Weights">How strongly each theme is called for.</param>
/// <param name="Mood">-1 dark, 0 unsaid, 1 bright.</param>
/// <param name="Content">Its words that carry meaning, lower case, in order.</param>
internal sealed record Reading(
    ImmutableArray<Phrase> Phrases,
    ImmutableArray<Theme> Themes,
    ImmutableArray<double> Weights,
    int Mood,
    ImmutableArray<string> Content
);

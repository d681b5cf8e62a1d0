using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>One word as it is sung.</summary>
/// <param name="Text">The word as written, without punctuation.</param>
/// <param name="IsContent">True for nouns, verbs, adjectives and adverbs; false for function words such as "the".</param>
/// <param name="Syllables">At least one syllable.</param>
public sealed record SungWord(string Text, bool IsContent, ImmutableArray<Syllable> Syllables);

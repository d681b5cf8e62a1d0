using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Troubadour.Music;

/// <summary>One word as it is sung.</summary>
/// <param name="Text">The word as written, without punctuation.</param>
/// <param name="IsContent">True for nouns, verbs, adjectives and adverbs; false for function words such as "the".</param>
/// <param name="Syllables">At least one syllable.</param>
public sealed record SungWord(string Text, bool IsContent, ImmutableArray<Syllable> Syllables)
{
    /// <summary>True for a word that another singer answers with: what lyrics put in parentheses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBacking { get; init; }

    /// <summary>True for a word that is leant on: what lyrics write in capitals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEmphasised { get; init; }
}

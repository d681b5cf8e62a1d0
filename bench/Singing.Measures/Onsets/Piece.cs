using System.Collections.Immutable;

namespace Troubadour.Singing.Measures;

/// <summary>A vowel or a run of consonants.</summary>
/// <param name="Phones">Phones of the radio set.</param>
/// <param name="IsVowel">True for a vowel.</param>
public sealed record Piece(ImmutableArray<string> Phones, bool IsVowel)
{
    /// <summary>The piece as a word of a pronouncing dictionary: a label of its own.</summary>
    public string Label => (IsVowel ? "v_" : "c_") + string.Join('_', Phones);

    /// <summary>Its phones as the recogniser names them.</summary>
    public string Pronunciation => string.Join(' ', Phones.Select(p => p == "ax" ? "AH" : p.ToUpperInvariant()));
}

namespace Troubadour.Singing.Measures;

/// <summary>Word errors of a set of lines.</summary>
/// <param name="Errors">Substitutions, deletions and insertions.</param>
/// <param name="Sung">Words that were sung.</param>
/// <param name="Heard">Words that were heard.</param>
public readonly record struct WordCount(int Errors, int Sung, int Heard)
{
    /// <summary>Errors by words sung; above 1 when more words are heard than sung.</summary>
    public double Rate => (double)Errors / Sung;
}

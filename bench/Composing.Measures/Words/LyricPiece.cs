using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>The words of a song under their notes.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Syllables">Syllables in the order they are sung.</param>
/// <param name="Notes">Notes they are sung on.</param>
/// <param name="Range">Semitones between the lowest and the highest note.</param>
public sealed record LyricPiece(string Name, ImmutableArray<LyricSyllable> Syllables, int Notes, int Range);

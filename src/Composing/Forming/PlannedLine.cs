using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A lyric line with its place in a section.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="Words">The words with their phones.</param>
/// <param name="Syllables">How many syllables they have.</param>
/// <param name="StartBar">First bar, counted from the section's start.</param>
/// <param name="Bars">Bars it may fill, its rest included.</param>
internal sealed record PlannedLine(string Text, ImmutableArray<SungWord> Words, int Syllables, int StartBar, int Bars);

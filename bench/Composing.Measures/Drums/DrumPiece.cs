using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>What a drummer played.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Strokes">Strokes in rising time.</param>
/// <param name="BarSlots">Sixteenths in a bar.</param>
public sealed record DrumPiece(string Name, ImmutableArray<DrumStroke> Strokes, int BarSlots);

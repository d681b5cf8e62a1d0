using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>All pitched notes of a piece.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Notes">Notes in any order.</param>
/// <param name="BarSlots">Sixteenths in a bar.</param>
public sealed record TexturePiece(string Name, ImmutableArray<TextureNote> Notes, int BarSlots);

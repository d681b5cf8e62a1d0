namespace Troubadour.Composing.Measures;

/// <summary>A note on the grid of sixteenths.</summary>
/// <param name="Slot">Onset in sixteenths from the piece's start.</param>
/// <param name="Length">Sixteenths held, at least 1.</param>
/// <param name="Key">MIDI key.</param>
public readonly record struct GridNote(int Slot, int Length, int Key);

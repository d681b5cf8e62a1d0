namespace Troubadour.Composing.Measures;

/// <summary>A played note of any instrument, in sixteenths that need not be whole.</summary>
/// <param name="Start">Onset in sixteenths.</param>
/// <param name="Length">Sixteenths held.</param>
/// <param name="Key">MIDI key.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct TextureNote(double Start, double Length, int Key, int Velocity)
{
    /// <summary>The sixteenth it starts in.</summary>
    public int Slot => (int)Math.Round(Start);

    /// <summary>The sixteenth before which it has ended, at least one after its start.</summary>
    public int EndSlot => Math.Max(Slot + 1, (int)Math.Round(Start + Length));
}

namespace Troubadour.Composing;

/// <summary>What happens where a section ends.</summary>
/// <param name="Before">The section that ends.</param>
/// <param name="After">The section that begins; null before the last chord.</param>
/// <param name="Turn">What leads over.</param>
/// <param name="From">Tick from which it is heard.</param>
/// <param name="Riser">True when a swell leads into the next section.</param>
internal sealed record Transition(PlacedSection Before, PlacedSection? After, Turn Turn, int From, bool Riser)
{
    /// <summary>Where the sections meet.</summary>
    public int Tick => Before.End;

    /// <summary>True when the next section is fuller.</summary>
    public bool Rises => After is not null && After.Energy > Before.Energy + 0.05;
}

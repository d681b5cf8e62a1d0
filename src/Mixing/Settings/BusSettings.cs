namespace Troubadour.Mixing;

/// <summary>What happens to the sum of all stems before mastering.</summary>
public sealed record BusSettings
{
    /// <summary>Gentle compression of the whole.</summary>
    public CompressorSettings? Glue { get; init; } = new(-14, 1.6, 0.03, 0.2);

    /// <summary>Both channels are the same below; 0 is off.</summary>
    public double MonoBelowHz { get; init; } = 120;

    /// <summary>0 mono, 1 as it is, 2 wide.</summary>
    public double Width { get; init; } = 1;

    /// <summary>The master equaliser.</summary>
    public IReadOnlyList<EqBand> Bands { get; init; } =
    [new(EqKind.LowShelf, 90, 0.8), new(EqKind.Peak, 320, -0.8, 0.8), new(EqKind.HighShelf, 9000, 1)];

    /// <summary>High-pass that takes out what only costs headroom.</summary>
    public double HighPassHz { get; init; } = 25;
}

using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>A noise that lies under whole sections: the crackle of a record, the hiss of a tape.</summary>
public sealed record TextureSheet
{
    /// <summary>Unique in the style; the stem's name.</summary>
    public required string Id { get; init; }

    /// <summary>The patch that plays it.</summary>
    public required string Patch { get; init; }

    /// <summary>Section energies between which it lies there.</summary>
    public ImmutableArray<double> Energy { get; init; } = [0, 1];

    /// <summary>Decibels above or below what effects usually have.</summary>
    public double GainDb { get; init; } = -8;
}

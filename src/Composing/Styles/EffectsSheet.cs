using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>What a style's swells, hits and noises are played by. How often there are swells, builds and drops is said by <see cref="FormSheet"/>.</summary>
public sealed record EffectsSheet
{
    /// <summary>The patch of swells into fuller sections; null is the sound bank's reverse cymbal.</summary>
    public string? RiserPatch { get; init; }

    /// <summary>The patch of hits on the first beat of choruses after a swell, build or drop; null for none.</summary>
    public string? ImpactPatch { get; init; }

    /// <summary>The patch of falls where a section is barer than the one before; null for none.</summary>
    public string? DownlifterPatch { get; init; }

    /// <summary>Noises that lie under whole sections.</summary>
    public ImmutableArray<TextureSheet> Textures { get; init; } = [];
}

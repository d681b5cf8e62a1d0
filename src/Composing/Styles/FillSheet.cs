using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>The fills of a family of styles, each one bar of drum rows in 4/4.</summary>
public sealed record FillSheet
{
    /// <summary>Small ones, for bare and middling sections.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> Low { get; init; } = [];

    /// <summary>Full ones.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> High { get; init; } = [];
}

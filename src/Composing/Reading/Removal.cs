using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What "without this instrument" takes out of an arrangement.</summary>
public sealed record Removal
{
    /// <summary>General MIDI programs, 0 to 127.</summary>
    public ImmutableArray<int> Programs { get; init; } = [];

    /// <summary>Whole roles.</summary>
    public ImmutableArray<PartRole> Roles { get; init; } = [];

    /// <summary>Rows of the drum grooves by drum name.</summary>
    public ImmutableArray<string> Drums { get; init; } = [];

    /// <summary>Drum kits that are replaced by the standard one.</summary>
    public ImmutableArray<int> Kits { get; init; } = [];

    /// <summary>True when nothing is taken out.</summary>
    public bool IsEmpty => Programs.IsEmpty && Roles.IsEmpty && Drums.IsEmpty && Kits.IsEmpty;

    /// <summary>Both removals at once.</summary>
    public Removal Plus(Removal other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Removal
        {
            Programs = [.. Programs.Union(other.Programs).Order()],
            Roles = [.. Roles.Union(other.Roles).Order()],
            Drums = [.. Drums.Union(other.Drums).Order(StringComparer.Ordinal)],
            Kits = [.. Kits.Union(other.Kits).Order()],
        };
    }
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What an asked-for instrument brings: a part that fits any style in 4/4, or drum rows laid over the groove.</summary>
public sealed record InstrumentValue
{
    /// <summary>The part's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its role.</summary>
    public required PartRole Role { get; init; }

    /// <summary>General MIDI program.</summary>
    public int Program { get; init; }

    /// <summary>Lowest and highest key.</summary>
    public ImmutableArray<int> Register { get; init; } = [48, 72];

    /// <summary>Notes of a chord at once.</summary>
    public int Voices { get; init; } = 3;

    /// <summary>Milliseconds between strings.</summary>
    public double StrumMs { get; init; }

    /// <summary>Patterns for bare sections.</summary>
    public ImmutableArray<string> Low { get; init; } = [];

    /// <summary>Patterns for middling sections.</summary>
    public ImmutableArray<string> Mid { get; init; } = [];

    /// <summary>Patterns for full sections.</summary>
    public ImmutableArray<string> High { get; init; } = [];

    /// <summary>Drum rows, for the role Drums.</summary>
    public DrumSheet? Drums { get; init; }

    /// <summary>Its place in the mix.</summary>
    public PartMix Mix { get; init; } = new();

    /// <summary>The part as a style would write it.</summary>
    public PartSheet ToPart() =>
        new()
        {
            Id = Id,
            Role = Role,
            Program = Program,
            Register = Register,
            Voices = Voices,
            StrumMs = StrumMs,
            Low = Low,
            Mid = Mid,
            High = High,
            Mix = Mix,
        };
}

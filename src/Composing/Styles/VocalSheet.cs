using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>How a style's singers sing.</summary>
public sealed record VocalSheet
{
    /// <summary>Section kinds that are rapped.</summary>
    public ImmutableArray<string> Rap { get; init; } = [];

    /// <summary>Depth of vibrato against the voice's own.</summary>
    public double Vibrato { get; init; } = 1;

    /// <summary>Added to the effort of every line, -.3 to .3.</summary>
    public double Effort { get; init; }

    /// <summary>True to double the chorus.</summary>
    public bool Doubles { get; init; } = true;

    /// <summary>True to add harmony lines to the later choruses.</summary>
    public bool Harmony { get; init; } = true;

    /// <summary>True to sing the last chorus in octaves too.</summary>
    public bool Octave { get; init; }

    /// <summary>Section kinds in which voices hold vowels on the chords; of choruses, from the second one on.</summary>
    public ImmutableArray<string> Pads { get; init; } = [];
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// One instrument of a style. Patterns are rows of sixteenths by energy; their letters depend on the role. Bass: R root, 3 third,
/// 5 fifth, 6 sixth, 7 seventh, 8 octave, a approach to the next chord, g ghost note. Chords: X accent, x stroke, o soft stroke, u
/// up-strum, m muted with the palm, g ghost stroke. Arpeggio: digits 1 to 9 count chord notes from the lowest. In all: - holds on, a dot is silence, | splits bars. Pads hold each
/// chord, leads play tunes, a bass beside the style's bass doubles it: they have no patterns.
/// </summary>
public record PartSheet
{
    /// <summary>Unique in the style; the stem's name.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public PartRole Role { get; init; } = PartRole.Bass;

    /// <summary>General MIDI program, 0 to 127.</summary>
    public int Program { get; init; }

    /// <summary>The patch of the synthesizers that plays it; null is the sound bank, whose <see cref="Program"/> is always given as its equivalent.</summary>
    public string? Patch { get; init; }

    /// <summary>Milliseconds of portamento between tied notes of a lead or bass, 0 none to 400.</summary>
    public double GlideMs { get; init; }

    /// <summary>Lowest and highest MIDI key.</summary>
    public ImmutableArray<int> Register { get; init; } = [48, 72];

    /// <summary>Section energies between which it plays.</summary>
    public ImmutableArray<double> Energy { get; init; } = [0, 1];

    /// <summary>Section kinds it plays in; empty for all.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Patterns for bare sections.</summary>
    public ImmutableArray<string> Low { get; init; } = [];

    /// <summary>Patterns for middling sections.</summary>
    public ImmutableArray<string> Mid { get; init; } = [];

    /// <summary>Patterns for full sections.</summary>
    public ImmutableArray<string> High { get; init; } = [];

    /// <summary>Notes of a chord at once.</summary>
    public int Voices { get; init; } = 3;

    /// <summary>Milliseconds between the strings of a strum; 0 for keys struck together.</summary>
    public double StrumMs { get; init; }

    /// <summary>Usual velocity, 1 to 127.</summary>
    public int Velocity { get; init; } = 84;

    /// <summary>Milliseconds behind (positive) or ahead of the beat.</summary>
    public double PushMs { get; init; }

    /// <summary>Its place in the mix.</summary>
    public PartMix Mix { get; init; } = new();
}

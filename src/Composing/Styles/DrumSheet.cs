using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// Drum grooves: for each energy a list of grooves, each a map from a drum's name to a row of sixteenths. X accent, x stroke,
/// o soft stroke, r two quick strokes, t three quick strokes, a dot for silence; bars of longer grooves are split by |.
/// </summary>
public sealed record DrumSheet
{
    /// <summary>General MIDI kit: 0 standard, 8 room, 16 power, 24 electronic, 25 TR-808, 32 jazz, 40 brush, 48 orchestra.</summary>
    public int Kit { get; init; }

    /// <summary>The synthesizers' kit that plays; null is the sound bank, whose <see cref="Kit"/> is always given as its equivalent.</summary>
    public string? KitPatch { get; init; }

    /// <summary>Decibels above or below usual.</summary>
    public double GainDb { get; init; }

    /// <summary>Send to the reverb in decibels.</summary>
    public double ReverbDb { get; init; } = -22;

    /// <summary>Energy below which no drums play.</summary>
    public double FromEnergy { get; init; } = 0.25;

    /// <summary>Grooves for bare sections.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> Low { get; init; } = [];

    /// <summary>Grooves for middling sections.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> Mid { get; init; } = [];

    /// <summary>Grooves for full sections.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> High { get; init; } = [];

    /// <summary>Who plays: the name of a profile of timing and force in styles/feel/drums.json.</summary>
    public string Feel { get; init; } = "rock";

    /// <summary>How loosely: 0 a machine to 1 the player's own freedom.</summary>
    public double Looseness { get; init; } = 0.6;

    /// <summary>Fills of one bar that this style has beside its family's; a fill's own silence at its start lets the groove play on until its first stroke.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> Fills { get; init; } = [];
}

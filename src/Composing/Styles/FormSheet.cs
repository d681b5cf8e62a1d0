using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>How a style's songs are laid out.</summary>
public sealed record FormSheet
{
    /// <summary>Usual bars of an intro, the most usual first.</summary>
    public ImmutableArray<int> Intro { get; init; } = [4, 2, 8];

    /// <summary>Semitones that the last chorus may rise.</summary>
    public int KeyLift { get; init; }

    /// <summary>Chance of the last chorus rising.</summary>
    public double KeyLiftChance { get; init; }

    /// <summary>Chance that the band drops out for the last two beats before a chorus.</summary>
    public double Drop { get; init; } = 0.5;

    /// <summary>Chance that a riser or a reverse cymbal swells into a chorus.</summary>
    public double Riser { get; init; }

    /// <summary>Chance that the last bars before a chorus build up: a roll that thickens and swells.</summary>
    public double Build { get; init; }

    /// <summary>Chance that the band stops after the downbeat of a section's last bar and lets the voice alone.</summary>
    public double Stop { get; init; }

    /// <summary>Endings: "ring" lets the last chord sound, "hit" stops it short, "ritard" slows into it.</summary>
    public ImmutableArray<string> Endings { get; init; } = ["ring", "hit", "ritard"];
}

namespace Troubadour.Synthesis;

/// <summary>A filter of each voice.</summary>
internal sealed record FilterSheet
{
    public required FilterKind Kind { get; init; }

    /// <summary>12 or 24 dB an octave; a ladder has 24.</summary>
    public required int Slope { get; init; }

    /// <summary>Hz at key 60, velocity 90, without modulation.</summary>
    public required double Cutoff { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Resonance { get; init; }

    /// <summary>Share of the key's distance from 60 that the cutoff follows.</summary>
    public required double Tracking { get; init; }

    /// <summary>Semitones from velocity 90 to 127.</summary>
    public required double Velocity { get; init; }

    /// <summary>0 to 1: how much of the modulators' cutoff reaches it.</summary>
    public required double Modulation { get; init; }

    /// <summary>Decibels into a ladder's saturation.</summary>
    public required double Drive { get; init; }
}

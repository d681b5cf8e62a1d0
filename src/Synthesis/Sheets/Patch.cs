namespace Troubadour.Synthesis;

/// <summary>A sound of the synthesizers, as its file says.</summary>
internal sealed record Patch
{
    public required string Id { get; init; }

    /// <summary>Decibels.</summary>
    public required double Level { get; init; }

    /// <summary>One note at a time.</summary>
    public required bool IsMono { get; init; }

    /// <summary>Seconds a legato note glides; 0 does not.</summary>
    public required double Glide { get; init; }

    /// <summary>Notes that sound at once.</summary>
    public required int Polyphony { get; init; }

    /// <summary>Sounds to its own end, however short the note.</summary>
    public required bool IsOneShot { get; init; }

    /// <summary>0 to 1: each note lies a little to a side.</summary>
    public required double Scatter { get; init; }

    /// <summary>Cents that the pitch wanders.</summary>
    public required double Drift { get; init; }

    /// <summary>Hz and semitones of the vibrato at controller 1 = 127.</summary>
    public required double VibratoRate { get; init; }

    public required double VibratoDepth { get; init; }

    public required OscillatorSheet[] Oscillators { get; init; }

    public required FilterSheet[] Filters { get; init; }

    public required EnvelopeSheet Envelope { get; init; }

    public required ModulatorSheet[] Modulators { get; init; }

    public required LfoSheet[] Lfos { get; init; }

    public required SweepSheet? Sweep { get; init; }

    public required VelocitySheet Velocity { get; init; }

    public required InsertSheet[] Inserts { get; init; }

    /// <summary>True if its voices differ between left and right.</summary>
    public bool IsStereo => Oscillators.Any(o => o.Spread > 0);
}

namespace Troubadour.Synthesis;

/// <summary>One oscillator of a patch. Fields that its wave does not use are at their defaults.</summary>
internal sealed record OscillatorSheet
{
    public required Wave Wave { get; init; }

    /// <summary>Decibels.</summary>
    public required double Level { get; init; }

    /// <summary>Semitones from the note.</summary>
    public required double Coarse { get; init; }

    /// <summary>Cents from the note.</summary>
    public required double Fine { get; init; }

    /// <summary>Share of the note's pitch that it follows; 0 stays at key 60.</summary>
    public required double Tracking { get; init; }

    /// <summary>Copies, 1 to 9.</summary>
    public required int Unison { get; init; }

    /// <summary>Cents between the outermost copies and the middle.</summary>
    public required double Detune { get; init; }

    /// <summary>0 to 1: how far the copies lie to the sides.</summary>
    public required double Spread { get; init; }

    /// <summary>0 to 1: level of the detuned copies beside the middle one.</summary>
    public required double Mix { get; init; }

    /// <summary>Share of the period that a pulse is high.</summary>
    public required double Width { get; init; }

    /// <summary>Degrees at which it starts; NaN is free.</summary>
    public required double Phase { get; init; }

    /// <summary>Operators of a frequency modulation oscillator.</summary>
    public required OperatorSheet[] Operators { get; init; }

    /// <summary>0 to 1: the last operator's modulation of itself.</summary>
    public required double Feedback { get; init; }

    /// <summary>Nine drawbars 0 to 8 of an organ.</summary>
    public required double[] Drawbars { get; init; }

    /// <summary>A string's seconds to fall 60 dB, at key 60.</summary>
    public required double Ring { get; init; }

    /// <summary>0 to 1: how bright a string is plucked and rings.</summary>
    public required double Brightness { get; init; }

    /// <summary>Where a string is plucked, as a share of its length.</summary>
    public required double Pick { get; init; }

    /// <summary>Crackles a second.</summary>
    public required double Density { get; init; }

    /// <summary>0 white to 1 pink.</summary>
    public required double Pink { get; init; }
}

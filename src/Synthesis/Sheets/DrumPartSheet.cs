namespace Troubadour.Synthesis;

/// <summary>One part of a drum. Fields that its kind does not use are at their defaults.</summary>
internal sealed record DrumPartSheet
{
    public required DrumPartKind Kind { get; init; }

    /// <summary>Decibels.</summary>
    public required double Level { get; init; }

    /// <summary>Seconds before it begins.</summary>
    public required double Delay { get; init; }

    /// <summary>Seconds to full level, there, and to fall 60 dB.</summary>
    public required double Attack { get; init; }

    public required double Hold { get; init; }

    public required double Decay { get; init; }

    /// <summary>How many times it begins anew, and seconds between.</summary>
    public required int Bursts { get; init; }

    public required double Gap { get; init; }

    /// <summary>Hz of a tone or ring, or of the lowest square of metal.</summary>
    public required double Pitch { get; init; }

    /// <summary>Semitones above the pitch at the start.</summary>
    public required double Bend { get; init; }

    /// <summary>Seconds in which the bend falls to a tenth.</summary>
    public required double BendTime { get; init; }

    public required DrumWave Wave { get; init; }

    /// <summary>Degrees at which a tone starts.</summary>
    public required double Phase { get; init; }

    /// <summary>Frequencies of a ring's partials over the pitch.</summary>
    public required double[] Partials { get; init; }

    /// <summary>How many decibels each partial is under the one before.</summary>
    public required double Fall { get; init; }

    /// <summary>Clock of a one-bit noise register in Hz; 0 is white noise.</summary>
    public required double Clock { get; init; }

    /// <summary>Filters of noise and metal, in their order.</summary>
    public required FilterSheet[] Filters { get; init; }

    /// <summary>Semitones that the filters move away by the end of the decay.</summary>
    public required double Sweep { get; init; }
}

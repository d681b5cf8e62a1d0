namespace Troubadour.Synthesis;

/// <summary>One sine of a frequency modulation oscillator.</summary>
internal sealed record OperatorSheet
{
    /// <summary>Frequency over the note's.</summary>
    public required double Ratio { get; init; }

    /// <summary>A carrier's amplitude, or a modulator's index in radians, at velocity 127.</summary>
    public required double Level { get; init; }

    /// <summary>Which operator it bends; -1 is heard.</summary>
    public required int To { get; init; }

    /// <summary>Cents beside the ratio.</summary>
    public required double Fine { get; init; }

    /// <summary>Seconds to full level.</summary>
    public required double Attack { get; init; }

    /// <summary>Seconds to fall 60 dB toward the sustain level.</summary>
    public required double Decay { get; init; }

    /// <summary>Level that stays, over the full one.</summary>
    public required double Sustain { get; init; }

    /// <summary>0 to 1: how far velocity scales it.</summary>
    public required double Velocity { get; init; }

    /// <summary>How much shorter an octave up is: the decay is divided by 2^(this * octaves above middle C).</summary>
    public required double Shortening { get; init; }
}

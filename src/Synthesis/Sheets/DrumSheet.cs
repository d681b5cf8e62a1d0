namespace Troubadour.Synthesis;

/// <summary>A drum of a kit.</summary>
internal sealed record DrumSheet
{
    /// <summary>Decibels at velocity 90.</summary>
    public required double Level { get; init; }

    /// <summary>-1 left to 1 right.</summary>
    public required double Pan { get; init; }

    /// <summary>Drums of one group, from 1 on, cut each other off; 0 is none.</summary>
    public required int Choke { get; init; }

    /// <summary>Whether a new hit leaves the last one ringing.</summary>
    public required bool Rings { get; init; }

    /// <summary>Decibels from velocity 127 down to 32.</summary>
    public required double Velocity { get; init; }

    /// <summary>Semitones of the filters from velocity 90 to 127.</summary>
    public required double Brightness { get; init; }

    /// <summary>0 to 1: how much one hit differs from the next.</summary>
    public required double Variety { get; init; }

    /// <summary>Decibels into a soft limit; below -40 there is none.</summary>
    public required double Drive { get; init; }

    public required DrumPartSheet[] Parts { get; init; }
}

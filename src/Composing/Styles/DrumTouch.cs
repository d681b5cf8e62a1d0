using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// How a drummer strikes one instrument; lists have a value for each sixteenth of a bar in 4/4. Measured from the Groove MIDI Dataset
/// (Gillick et al. 2019) by eng/groove-feel.py, which defines every field.
/// </summary>
public sealed record DrumTouch
{
    /// <summary>Mean milliseconds behind the player's own beat.</summary>
    public required ImmutableArray<double> LateMs { get; init; }

    /// <summary>Milliseconds that strokes scatter around that, 0 to 8.</summary>
    public required double SpreadMs { get; init; }

    /// <summary>How far a stroke's scatter follows that of the one before, 0 to .7.</summary>
    public required double Memory { get; init; }

    /// <summary>Velocity of a hard stroke.</summary>
    public required double Accent { get; init; }

    /// <summary>Velocity of a usual stroke.</summary>
    public required double Stroke { get; init; }

    /// <summary>Velocity of a soft stroke.</summary>
    public required double Soft { get; init; }

    /// <summary>Factor on the velocity.</summary>
    public required ImmutableArray<double> Force { get; init; }

    /// <summary>Spread of velocities at one place against their mean.</summary>
    public required double Varies { get; init; }

    /// <summary>Chance of a stroke that the groove has not.</summary>
    public required ImmutableArray<double> Adds { get; init; }

    /// <summary>Chance of leaving out a stroke of the groove.</summary>
    public required ImmutableArray<double> Drops { get; init; }

    /// <summary>Chance of a soft stroke.</summary>
    public required ImmutableArray<double> Ghosts { get; init; }
}

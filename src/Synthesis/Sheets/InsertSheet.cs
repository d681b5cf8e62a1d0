namespace Troubadour.Synthesis;

/// <summary>An effect at a patch's end. Fields that its kind does not use are at their defaults.</summary>
internal sealed record InsertSheet
{
    public required InsertKind Kind { get; init; }

    /// <summary>Hz: of the movement, or of the filter.</summary>
    public required double Rate { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Depth { get; init; }

    /// <summary>0 to 1: share of the effect beside the dry sound.</summary>
    public required double Mix { get; init; }

    /// <summary>Decibels: drive of a saturation, gain of a shelf or peak.</summary>
    public required double Gain { get; init; }

    /// <summary>Quality of a filter.</summary>
    public required double Q { get; init; }

    /// <summary>Bits of a crusher.</summary>
    public required double Bits { get; init; }
}

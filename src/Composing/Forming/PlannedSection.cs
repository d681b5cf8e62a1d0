using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>A section with its bars and lines.</summary>
/// <param name="Kind">intro, verse, pre-chorus, chorus, bridge, inst or outro.</param>
/// <param name="Lines">Lines sung in it; none for an instrumental section.</param>
/// <param name="Bars">Bars it lasts.</param>
/// <param name="Source">Index of the lyric section it comes from; -1 when the planner added it.</param>
/// <param name="Energy">0 bare to 1 full.</param>
/// <param name="Transpose">Semitones above the song's key.</param>
internal sealed record PlannedSection(
    string Kind,
    ImmutableArray<PlannedLine> Lines,
    int Bars,
    int Source,
    double Energy = 0.5,
    int Transpose = 0
)
{
    public bool IsSung => !Lines.IsEmpty;

    /// <summary>True when it gets a tune of its own, whatever its kind sang elsewhere.</summary>
    public bool IsFresh { get; init; }

    /// <summary>True when a line of it is still to be written.</summary>
    public bool IsNew => Lines.Any(line => line.Given is null);
}

namespace Troubadour.Analysis;

/// <summary>A stretch of the form.</summary>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
/// <param name="Bars">Whole bars it lasts.</param>
/// <param name="Kind">intro, verse, chorus, bridge or outro.</param>
/// <param name="Group">A letter; sections that repeat each other share it.</param>
/// <param name="Energy">0 the softest section to 1 the loudest.</param>
/// <param name="Confidence">How clear the boundary at its start is, 0 to 1.</param>
public sealed record SectionEstimate(
    double Start,
    double End,
    int Bars,
    string Kind,
    string Group,
    double Energy,
    double Confidence
);

namespace Troubadour.Understanding.Bench;

/// <summary>A row of the table.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Format">How its numbers are written.</param>
/// <param name="Prototype">What the prototypes reached on songs of theirs; null where they measured nothing like it.</param>
/// <param name="IsLowBest">True where less is better.</param>
/// <param name="IsOurs">False for what is only there to be compared with.</param>
internal sealed record FigureRow(
    string Name,
    string Format,
    double? Prototype = null,
    bool IsLowBest = false,
    bool IsOurs = true
);

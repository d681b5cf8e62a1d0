namespace Troubadour.Alignment;

/// <summary>A piece of the recording and the words that are looked for in it.</summary>
/// <param name="Start">Second of the recording where it starts.</param>
/// <param name="End">Second where it ends.</param>
/// <param name="Lines">The lines, in order.</param>
/// <param name="IsStrict">True: these words and nothing else; false: lines may be missing, and other words may be sung between lines.</param>
internal sealed record Passage(double Start, double End, IReadOnlyList<SheetLine> Lines, bool IsStrict);

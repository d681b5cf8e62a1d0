namespace Troubadour.Alignment;

/// <summary>A written line.</summary>
/// <param name="Text">Its text.</param>
/// <param name="First">Index of its first word in the sheet.</param>
/// <param name="End">Index after its last word.</param>
internal sealed record SheetLine(string Text, int First, int End);

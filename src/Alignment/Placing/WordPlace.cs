namespace Troubadour.Alignment;

/// <summary>Where a word was found.</summary>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
/// <param name="Confidence">Above 0, to 1.</param>
/// <param name="Method">How.</param>
internal readonly record struct WordPlace(double Start, double End, double Confidence, AlignmentMethod Method);

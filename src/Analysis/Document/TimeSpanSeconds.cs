namespace Troubadour.Analysis;

/// <summary>A stretch of time.</summary>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
public sealed record TimeSpanSeconds(double Start, double End);

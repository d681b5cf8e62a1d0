namespace Troubadour.Analysis;

/// <summary>One measured number of a sound.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Unit">Its unit, empty for a plain ratio.</param>
/// <param name="Value">The number.</param>
public sealed record AudioFeature(string Name, string Unit, double Value);

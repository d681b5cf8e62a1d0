namespace Troubadour.Analysis;

/// <summary>The share of an octave in a sound's power.</summary>
/// <param name="Hz">The middle of the octave.</param>
/// <param name="LevelDb">Its power against the whole, dB, 0 or less; null for none.</param>
public sealed record OctaveBand(double Hz, double? LevelDb);

namespace Troubadour.Music;

/// <summary>The fader of a part in a finished balance.</summary>
/// <param name="Id">The part.</param>
/// <param name="GainDb">Decibels from the sound as the bank plays it to its place in the mix, before the sections' dynamics.</param>
public readonly record struct PartLevel(string Id, double GainDb);

namespace Troubadour.Music;

/// <summary>The fader of a part in a finished balance.</summary>
/// <param name="Id">The part.</param>
/// <param name="GainDb">Decibels of the fader, behind the part's strip and before the sections' dynamics.</param>
/// <param name="TrimDb">Decibels in front of the strip, which bring what the instrument plays to one level; 0 in a song that knows none.</param>
public readonly record struct PartLevel(string Id, double GainDb, double TrimDb = 0);

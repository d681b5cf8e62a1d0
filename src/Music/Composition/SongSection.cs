namespace Troubadour.Music;

/// <summary>A stretch of the form.</summary>
/// <param name="Kind">intro, verse, pre-chorus, chorus, bridge, inst, rap or outro.</param>
/// <param name="Tick">Where it starts.</param>
/// <param name="Length">Ticks it lasts.</param>
/// <param name="Bars">Bars it lasts.</param>
/// <param name="Energy">0 bare to 1 full.</param>
/// <param name="Transpose">Semitones above the song's key (a lifted last chorus).</param>
public sealed record SongSection(string Kind, int Tick, int Length, int Bars, double Energy, int Transpose);

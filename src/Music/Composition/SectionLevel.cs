namespace Troubadour.Music;

/// <summary>How far the band comes forward in a section of a finished balance.</summary>
/// <param name="Tick">Where the section starts.</param>
/// <param name="Length">Ticks it lasts.</param>
/// <param name="Energy">The section's energy.</param>
/// <param name="GainDb">Decibels on every fader; voices take half.</param>
public readonly record struct SectionLevel(int Tick, int Length, double Energy, double GainDb);

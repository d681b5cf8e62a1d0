namespace Troubadour.Music;

/// <summary>A played note, performance included.</summary>
/// <param name="Tick">Key down, in ticks from the song's start.</param>
/// <param name="Length">Ticks held, at least 1.</param>
/// <param name="Key">MIDI key 0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct Note(int Tick, int Length, int Key, int Velocity);

namespace Troubadour.Music;

/// <summary>A chord and how long it sounds.</summary>
public readonly record struct ChordSpan(int Tick, int Length, Chord Chord);

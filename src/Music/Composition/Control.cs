namespace Troubadour.Music;

/// <summary>A controller change, numbered as <see cref="TimedControl"/> numbers them.</summary>
/// <param name="Tick">Ticks from the song's start.</param>
/// <param name="Controller">MIDI controller, or 128 for pitch bend.</param>
/// <param name="Value">0 to 127; pitch bend 0 to 16383.</param>
public readonly record struct Control(int Tick, int Controller, int Value);

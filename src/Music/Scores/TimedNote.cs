namespace Troubadour.Music;

/// <summary>One played note in absolute time.</summary>
/// <param name="Start">Key down, in seconds.</param>
/// <param name="End">Key up, in seconds.</param>
/// <param name="Key">MIDI key number, 0 to 127.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct TimedNote(double Start, double End, int Key, int Velocity);

namespace Troubadour.Music;

/// <summary>One controller change in absolute time.</summary>
/// <param name="Time">In seconds.</param>
/// <param name="Controller">MIDI controller number 0 to 127 (1 modulation, 7 volume, 10 pan, 11 expression, 64 sustain, 91 reverb, 93 chorus),
/// or 128 for pitch bend.</param>
/// <param name="Value">0 to 127; for pitch bend 0 to 16383, centre 8192, range two semitones.</param>
public readonly record struct TimedControl(double Time, int Controller, int Value)
{
    /// <summary>The controller number that stands for pitch bend.</summary>
    public const int PitchBend = 128;
}

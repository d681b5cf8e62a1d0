namespace Troubadour.Synthesis;

/// <summary>Where an oscillator's controls stand at the end of a run.</summary>
/// <param name="Key">Pitch as a MIDI key that need not be whole.</param>
/// <param name="Width">Added to a pulse's width.</param>
/// <param name="Index">Factor on the modulators of frequency modulation.</param>
internal readonly record struct OscillatorControls(double Key, double Width, double Index);

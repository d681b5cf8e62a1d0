namespace Troubadour.Music;

/// <summary>The long-term spectrum of a style's masters, as power a hertz: a straight fall from 100 Hz to 4 kHz with a low end and a top of its own.</summary>
/// <param name="LowDb">How far 60 Hz lies over 100 Hz, in decibels.</param>
/// <param name="Slope">Decibels an octave from 100 Hz to 4 kHz; records have about -4.5 to -5.</param>
/// <param name="AirSlope">Decibels an octave above 4 kHz.</param>
public sealed record MixTone(double LowDb = 0, double Slope = -4.7, double AirSlope = -6.5);

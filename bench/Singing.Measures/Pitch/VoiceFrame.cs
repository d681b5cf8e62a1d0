namespace Troubadour.Singing.Measures;

/// <summary>One frame of a voice.</summary>
/// <param name="Time">Its centre, in seconds from the first sample.</param>
/// <param name="Hertz">Fundamental frequency; 0 for unvoiced.</param>
/// <param name="Harmonicity">Harmonic-to-noise ratio in decibels; -200 for silence.</param>
public readonly record struct VoiceFrame(double Time, double Hertz, double Harmonicity);

namespace Troubadour.Analysis;

/// <summary>One voice over time, <see cref="MiddleSpectra.Rate"/> frames a second.</summary>
/// <param name="Keys">MIDI key with fraction of each frame, by the song's own reference pitch.</param>
/// <param name="Hertz">Its frequency.</param>
/// <param name="Voicing">How likely the voice sounds, 0 to 1.</param>
/// <param name="Sounds">Whether it does.</param>
/// <param name="Strength">The salience of the pitch.</param>
internal sealed record PitchLine(float[] Keys, float[] Hertz, float[] Voicing, bool[] Sounds, float[] Strength);

namespace Troubadour.Transcription;

/// <summary>A tone of a word.</summary>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
/// <param name="Key">MIDI key.</param>
/// <param name="Syllable">The syllable of its word.</param>
internal readonly record struct SungTone(double Start, double End, int Key, int Syllable);

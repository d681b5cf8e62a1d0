namespace Troubadour.Music;

/// <summary>One sung note in absolute time.</summary>
/// <param name="Start">Where the vowel is heard, in seconds from the song's start (onset consonants come before it).</param>
/// <param name="End">Where the note ends, in seconds; the next note of the phrase starts here or later.</param>
/// <param name="Pitch">MIDI note number; fractions are cents.</param>
/// <param name="Syllable">Index of the syllable over the whole phrase, words flattened. Several notes in a row with one index are a melisma.</param>
public readonly record struct SungNote(double Start, double End, double Pitch, int Syllable);

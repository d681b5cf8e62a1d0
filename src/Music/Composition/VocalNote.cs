namespace Troubadour.Music;

/// <summary>A written sung note.</summary>
/// <param name="Tick">Where its vowel is heard.</param>
/// <param name="Length">Ticks held.</param>
/// <param name="Key">MIDI key.</param>
/// <param name="Syllable">Index of the syllable in the phrase; repeated for a melisma.</param>
public readonly record struct VocalNote(int Tick, int Length, int Key, int Syllable);

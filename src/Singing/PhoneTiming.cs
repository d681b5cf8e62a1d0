namespace Troubadour.Singing;

/// <summary>When a phone sounds.</summary>
/// <param name="Phone">The phone, of the radio set.</param>
/// <param name="Start">Song time in seconds.</param>
/// <param name="End">Song time in seconds.</param>
/// <param name="Syllable">Index of its syllable over the phrase.</param>
public readonly record struct PhoneTiming(string Phone, double Start, double End, int Syllable);

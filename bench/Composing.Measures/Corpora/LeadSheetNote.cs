namespace Troubadour.Composing.Measures;

/// <summary>A note of a lead sheet with the syllable under it.</summary>
/// <param name="Position">Quarters from the bar's start.</param>
/// <param name="Length">Quarters held, ties included.</param>
/// <param name="Key">MIDI key.</param>
/// <param name="Text">The syllable; null when the note has none.</param>
/// <param name="Syllabic">single, begin, middle or end.</param>
/// <param name="Beats">Upper number of the time signature.</param>
/// <param name="Unit">Lower number of the time signature.</param>
public sealed record LeadSheetNote(
    double Position,
    double Length,
    int Key,
    string? Text,
    string Syllabic,
    int Beats,
    int Unit
);

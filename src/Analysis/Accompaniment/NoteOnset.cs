namespace Troubadour.Analysis;

/// <summary>A moment at which a note may begin.</summary>
/// <param name="Note">Counted from <see cref="NoteDictionary.LowestKey"/>.</param>
/// <param name="Frame">Frame of <see cref="NoteCurves"/>.</param>
/// <param name="Second">The moment; that of a stroke in the sound where there is one near.</param>
/// <param name="Stroke">How strong that stroke is; 0 for none.</param>
internal readonly record struct NoteOnset(int Note, int Frame, double Second, float Stroke);

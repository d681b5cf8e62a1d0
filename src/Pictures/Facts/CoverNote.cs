namespace Troubadour.Pictures;

/// <summary>A note of the tune as a picture sees it.</summary>
/// <param name="At">Where it starts, as a share of the clip, 0 to 1.</param>
/// <param name="Length">How long it is held, as a share of the clip.</param>
/// <param name="Height">0 the tune's lowest note to 1 its highest.</param>
/// <param name="Phrase">Index of the phrase it belongs to.</param>
internal readonly record struct CoverNote(double At, double Length, double Height, int Phrase);

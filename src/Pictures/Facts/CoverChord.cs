namespace Troubadour.Pictures;

/// <summary>A chord as a picture sees it.</summary>
/// <param name="From">Where it starts, as a share of the clip, 0 to 1.</param>
/// <param name="To">Where it ends, as a share of the clip, 0 to 1.</param>
/// <param name="Fifths">Its root's steps round the circle of fifths from the song's tonic, -5 to 6.</param>
/// <param name="IsMinor">True when its third is minor.</param>
/// <param name="Voices">How many notes it has.</param>
internal readonly record struct CoverChord(double From, double To, int Fifths, bool IsMinor, int Voices);

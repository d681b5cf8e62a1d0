namespace Troubadour.Alignment;

/// <summary>A word that the recogniser found.</summary>
/// <param name="Word">Its index in the sheet; -1 for something sung that is not in the lyrics.</param>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
/// <param name="Score">Acoustic score a frame, against the best that any sound has there: 0 at most, about -20 where it fits.</param>
internal readonly record struct HeardWord(int Word, double Start, double End, double Score);

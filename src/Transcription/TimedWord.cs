using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>A word that is known to be sung at a certain time.</summary>
/// <param name="Word">The word with its syllables.</param>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends, after <paramref name="Start"/>.</param>
public sealed record TimedWord(SungWord Word, double Start, double End);

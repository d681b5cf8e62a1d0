namespace Troubadour.Music;

/// <summary>A stretch of a song in which a recording is heard.</summary>
/// <param name="From">Its first tick.</param>
/// <param name="To">The first tick after it; <see cref="int.MaxValue"/> for the recording's end.</param>
/// <param name="Heard">What of the recording is heard.</param>
public readonly record struct RecordedSpan(int From, int To, RecordedSound Heard);

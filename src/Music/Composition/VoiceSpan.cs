namespace Troubadour.Music;

/// <summary>A stretch in which the lead voice has words, in seconds of the song, to the millisecond.</summary>
public readonly record struct VoiceSpan(double Start, double End);

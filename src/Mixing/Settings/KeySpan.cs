namespace Troubadour.Mixing;

/// <summary>A stretch of time, in seconds of the song.</summary>
public readonly record struct KeySpan(double Start, double End);

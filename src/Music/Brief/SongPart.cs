namespace Troubadour.Music;

/// <summary>A stretch of a song, as shares of its length.</summary>
/// <param name="From">Where it starts, 0 to 1.</param>
/// <param name="To">Where it ends, above <paramref name="From"/>, at most 1.</param>
public sealed record SongPart(double From, double To);

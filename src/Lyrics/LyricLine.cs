namespace Troubadour.Lyrics;

/// <summary>One line to be sung in one breath.</summary>
/// <param name="Text">The words as written, tags and stray signs removed.</param>
/// <param name="Source">Index of the written line it comes from; a long line gives several breaths with one index.</param>
public sealed record LyricLine(string Text, int Source);

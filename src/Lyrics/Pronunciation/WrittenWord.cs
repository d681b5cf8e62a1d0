namespace Troubadour.Lyrics;

/// <summary>A word as it stands in a line.</summary>
/// <param name="Text">Letters, marks, digits and what joins them.</param>
/// <param name="IsBacking">True in parentheses.</param>
internal readonly record struct WrittenWord(string Text, bool IsBacking);

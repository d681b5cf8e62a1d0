namespace Troubadour.Singing;

/// <summary>When a word sounds.</summary>
/// <param name="Text">The word as written.</param>
/// <param name="Start">Song time in seconds.</param>
/// <param name="End">Song time in seconds.</param>
public readonly record struct WordTiming(string Text, double Start, double End);

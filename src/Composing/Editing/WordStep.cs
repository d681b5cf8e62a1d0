namespace Troubadour.Composing;

/// <summary>Lines of a section of words in a section of a song.</summary>
/// <param name="Section">The section of the song, counted over those that are sung.</param>
/// <param name="Words">The section of the words.</param>
/// <param name="From">Its first line here.</param>
/// <param name="Count">How many lines.</param>
internal sealed record WordStep(int Section, int Words, int From, int Count);

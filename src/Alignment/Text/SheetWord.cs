using Troubadour.Music;

namespace Troubadour.Alignment;

/// <summary>A word to be found.</summary>
/// <param name="Text">As written.</param>
/// <param name="Sung">How it is said; null for one that nobody here can say.</param>
internal sealed record SheetWord(string Text, SungWord? Sung)
{
    /// <summary>How long it is: its syllables, at least one.</summary>
    public int Weight => Math.Max(1, Sung?.Syllables.Length ?? 0);
}

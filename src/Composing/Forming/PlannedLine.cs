using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A lyric line with its place in a section.</summary>
/// <param name="Text">The words as they are shown.</param>
/// <param name="Words">The words with their phones.</param>
/// <param name="Syllables">How many syllables they have.</param>
/// <param name="StartBar">First bar, counted from the section's start.</param>
/// <param name="Bars">Bars it may fill, its rest included.</param>
internal sealed record PlannedLine(string Text, ImmutableArray<SungWord> Words, int Syllables, int StartBar, int Bars)
{
    /// <summary>How the lyrics ask it to be sung.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>Most sixteenths that it may start before its first bar.</summary>
    public int Early { get; init; } = 4;

    /// <summary>Sixteenths at the end of its bars that belong to the line after it.</summary>
    public int Left { get; init; }

    /// <summary>How it is sung, on the written grid, where that stands already; null for a line that is to be written.</summary>
    public VocalPhrase? Given { get; init; }

    /// <summary>The tune that stood at its place and is to be bent to its words; null for none.</summary>
    public LineShape? Tune { get; init; }
}

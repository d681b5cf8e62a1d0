namespace Troubadour.Lyrics;

/// <summary>One line to be sung in one breath.</summary>
/// <param name="Text">The words as written, tags and stray signs removed; what a second voice sings stands in parentheses, which are
/// balanced and hold whole words.</param>
/// <param name="Source">Index of the written line it comes from; a long line gives several breaths with one index.</param>
public sealed record LyricLine(string Text, int Source)
{
    /// <summary>How it is to be sung.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>The words as they are shown: without parentheses.</summary>
    public string Shown => Asides.Hidden(Text);
}

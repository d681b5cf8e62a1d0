namespace Troubadour.Writing;

/// <summary>Words for a song.</summary>
/// <param name="Title">1 to 80 characters.</param>
/// <param name="Lyrics">Lines with tags such as "[Verse]", "[Pre-Chorus]", "[Chorus]" and "[Bridge]" on lines of their own; at most 3000 characters.</param>
public sealed record WrittenLyrics(string Title, string Lyrics)
{
    /// <summary>How many characters a title may have.</summary>
    public const int LongestTitle = 80;

    /// <summary>How many characters lyrics may have.</summary>
    public const int LongestLyrics = 3000;
}

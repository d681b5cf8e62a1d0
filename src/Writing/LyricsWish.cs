namespace Troubadour.Writing;

/// <summary>What a caller wants a song's words to be about.</summary>
/// <param name="Description">Any text of at most 400 characters; more is not read.</param>
/// <param name="Seed">Equal wishes with equal seeds give equal words.</param>
public sealed record LyricsWish(string Description, long Seed)
{
    /// <summary>How many characters of a description are read.</summary>
    public const int LongestDescription = 400;

    /// <summary>The style's words ("sad folk ballad"), which colour the mood; none when empty.</summary>
    public string Style { get; init; } = "";

    /// <summary>The length of the song in seconds, which chooses the form; null for the full form of about two and a half minutes.</summary>
    public double? Seconds { get; init; }
}

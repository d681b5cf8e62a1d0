namespace Troubadour.Audio;

/// <summary>What an MP3 says of itself.</summary>
/// <param name="Title">The song's title, or none.</param>
/// <param name="Lyrics">The song's words, unsynchronised, or none.</param>
/// <param name="Artist">Who performs, or none.</param>
/// <param name="Language">Three letters of ISO 639-2 for the lyrics.</param>
public sealed record Mp3Tags(
    string? Title = null,
    string? Lyrics = null,
    string? Artist = null,
    string Language = "eng"
);

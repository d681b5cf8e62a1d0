using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Lyrics with their title.</summary>
public sealed record LyricsResult(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("lyrics")] string Lyrics
);

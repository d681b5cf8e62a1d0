using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>A song as polls and webhooks tell it (contract 5.2).</summary>
public sealed record SongAnswer
{
    /// <summary>The clip; a continuation names it.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Its title; empty until known.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Always "Troubadour".</summary>
    [JsonPropertyName("artist")]
    public string Artist { get; } = "Troubadour";

    /// <summary>Its style, a tag an item.</summary>
    [JsonPropertyName("tags")]
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The words as sung; "[Instrumental]" where nobody sings; empty until finished.</summary>
    [JsonPropertyName("lyrics")]
    public required string Lyrics { get; init; }

    /// <summary>Echo of the request.</summary>
    [JsonPropertyName("prompt")]
    public required string Prompt { get; init; }

    /// <summary>Seconds; 0 until finished.</summary>
    [JsonPropertyName("duration")]
    public required double Duration { get; init; }

    /// <summary>The cover picture, a JPEG; empty until finished.</summary>
    [JsonPropertyName("image_path")]
    public required string ImagePath { get; init; }

    /// <summary>The MP3, without extension; empty until finished.</summary>
    [JsonPropertyName("song_path")]
    public required string SongPath { get; init; }

    /// <summary>Always null.</summary>
    [JsonPropertyName("video_path")]
    public string? VideoPath { get; }

    /// <summary>When it was asked for, ISO 8601 in UTC.</summary>
    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    /// <summary>True once it can be heard, which may be before the other song is made.</summary>
    [JsonPropertyName("finished")]
    public required bool Finished { get; init; }

    /// <summary>Always false.</summary>
    [JsonPropertyName("liked")]
    public bool Liked { get; }

    /// <summary>Always 0.</summary>
    [JsonPropertyName("likes")]
    public int Likes { get; }

    /// <summary>Always 0.</summary>
    [JsonPropertyName("plays")]
    public int Plays { get; }

    /// <summary>api_error or timeout for a song that could not be made, else null.</summary>
    [JsonPropertyName("error_type")]
    public string? ErrorType { get; init; }

    /// <summary>Why it could not be made, else null.</summary>
    [JsonPropertyName("error_detail")]
    public string? ErrorDetail { get; init; }
}

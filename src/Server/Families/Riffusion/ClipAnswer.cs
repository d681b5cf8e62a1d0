using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>A clip as polls and webhooks tell it (contract 4.3).</summary>
public sealed record ClipAnswer
{
    /// <summary>The clip.</summary>
    [JsonPropertyName("clip_id")]
    public required string ClipId { get; init; }

    /// <summary>Its title; empty until known.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The words as sung; "[Instrumental]" where nobody sings; empty until done.</summary>
    [JsonPropertyName("lyrics")]
    public required string Lyrics { get; init; }

    /// <summary>The cover picture, a JPEG; empty until done.</summary>
    [JsonPropertyName("image_url")]
    public required string ImageUrl { get; init; }

    /// <summary>The MP3; empty until the clip can be heard.</summary>
    [JsonPropertyName("audio_url")]
    public required string AudioUrl { get; init; }

    /// <summary>Always null.</summary>
    [JsonPropertyName("video_url")]
    public string? VideoUrl { get; }

    /// <summary>When it was asked for, ISO 8601 in UTC, with microseconds.</summary>
    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    /// <summary>The model as it was asked for.</summary>
    [JsonPropertyName("mv")]
    public required string Model { get; init; }

    /// <summary>Seconds; 0 until done.</summary>
    [JsonPropertyName("duration")]
    public required double Duration { get; init; }

    /// <summary>When its words and lines are sung.</summary>
    [JsonPropertyName("timestamp")]
    public required Timestamp Timestamp { get; init; }

    /// <summary>pending, running, succeeded or failed.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Why it failed, for clips that did.</summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The same sentence.</summary>
    [JsonPropertyName("error_message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage => Error;
}

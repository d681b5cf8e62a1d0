using System.Text.Json.Serialization;

namespace Troubadour.Server.V1;

/// <summary>A clip in our own words.</summary>
public sealed record ClipItem
{
    /// <summary>The clip.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>song, stem, voice or upload.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>The stem's name; empty for other kinds.</summary>
    [JsonPropertyName("stem")]
    public required string Stem { get; init; }

    /// <summary>queued, running, succeeded, failed, cancelled.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Its title; may be empty.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Length in seconds once it is made.</summary>
    [JsonPropertyName("seconds")]
    public double? Seconds { get; init; }

    /// <summary>The seed that makes the same again.</summary>
    [JsonPropertyName("seed")]
    public long? Seed { get; init; }

    /// <summary>The clip that it was made from.</summary>
    [JsonPropertyName("source_id")]
    public string? SourceId { get; init; }

    /// <summary>The WAV, once there is one.</summary>
    [JsonPropertyName("audio_url")]
    public string? AudioUrl { get; init; }
}

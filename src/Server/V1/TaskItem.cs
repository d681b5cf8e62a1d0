using System.Text.Json.Serialization;

namespace Troubadour.Server.V1;

/// <summary>A task in our own words.</summary>
public sealed record TaskItem
{
    /// <summary>The task.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The API dialect it was asked in.</summary>
    [JsonPropertyName("family")]
    public required string Family { get; init; }

    /// <summary>What the family calls it.</summary>
    [JsonPropertyName("action")]
    public required string Action { get; init; }

    /// <summary>queued, running, succeeded, failed, cancelled.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>0 to 100.</summary>
    [JsonPropertyName("progress")]
    public required int Progress { get; init; }

    /// <summary>Credits held or spent; 0 when they were given back.</summary>
    [JsonPropertyName("cost")]
    public required long Cost { get; init; }

    /// <summary>When it was accepted.</summary>
    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    [JsonPropertyName("finished_at")]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The seed of the first clip.</summary>
    [JsonPropertyName("seed")]
    public long? Seed { get; init; }

    /// <summary>The WAV of the first clip, once there is one.</summary>
    [JsonPropertyName("audio_url")]
    public string? AudioUrl { get; init; }

    /// <summary>Its clips; those that were deleted are left out.</summary>
    [JsonPropertyName("clips")]
    public required IReadOnlyList<ClipItem> Clips { get; init; }

    /// <summary>What went wrong.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }
}

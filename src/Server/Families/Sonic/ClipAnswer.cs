using System.Text.Json.Serialization;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A clip as polls and webhooks tell it (contract 3.2).</summary>
public sealed record ClipAnswer
{
    /// <summary>The clip.</summary>
    [JsonPropertyName("clip_id")]
    public required string ClipId { get; init; }

    /// <summary>pending, running, succeeded or failed.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Its title; empty until known.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Its style tags.</summary>
    [JsonPropertyName("tags")]
    public required string Tags { get; init; }

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

    /// <summary>When it was asked for, ISO 8601 in UTC.</summary>
    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    /// <summary>The model as it was asked for.</summary>
    [JsonPropertyName("mv")]
    public required string Model { get; init; }

    /// <summary>Echo of the request.</summary>
    [JsonPropertyName("gpt_description_prompt")]
    public string? Description { get; init; }

    /// <summary>Seconds as a decimal string; "0.00" until done.</summary>
    [JsonPropertyName("duration")]
    public required string Duration { get; init; }

    /// <summary>Echo of the request.</summary>
    [JsonPropertyName("negative_tags")]
    public string? NegativeTags { get; init; }

    /// <summary>Echo of the request.</summary>
    [JsonPropertyName("style_weight")]
    public double? StyleWeight { get; init; }

    /// <summary>Echo of the request.</summary>
    [JsonPropertyName("weirdness_constraint")]
    public double? Weirdness { get; init; }

    /// <summary>The stem's name, for stems.</summary>
    [JsonPropertyName("stem")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stem { get; init; }

    /// <summary>True for stems of an upload, which are an estimate; left out for stems that are exact.</summary>
    [JsonPropertyName("estimated")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsEstimated { get; init; }

    /// <summary>Why it failed, for clips that did.</summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The same sentence.</summary>
    [JsonPropertyName("error_message")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage => Error;
}

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>A webhook's body.</summary>
public sealed record WebhookBody
{
    /// <summary>200, or 500 or 504 when the task failed.</summary>
    [JsonPropertyName("code")]
    public required int Code { get; init; }

    /// <summary>For failures, the contract's word.</summary>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    /// <summary>The task, as a poll tells it.</summary>
    [JsonPropertyName("data")]
    public required TaskAnswer Data { get; init; }

    /// <summary>"success", or why it failed.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The task.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The family.</summary>
    [JsonPropertyName("platform")]
    public string Platform { get; } = CreateDesk.Family;

    /// <summary>song.completed, song.failed or song.streaming.</summary>
    [JsonPropertyName("event")]
    public required string Event { get; init; }

    /// <summary>For failures, true: the credits went back.</summary>
    [JsonPropertyName("already_refunded")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AlreadyRefunded { get; init; }
}

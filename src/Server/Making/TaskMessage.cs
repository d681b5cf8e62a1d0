using System.Text.Json.Serialization;

namespace Troubadour.Server.Making;

/// <summary>A webhook's body (contract 8).</summary>
public sealed record TaskMessage
{
    /// <summary>200, or the status that stands for the failure.</summary>
    [JsonPropertyName("code")]
    public required int Code { get; init; }

    /// <summary>For failures, the contract's word.</summary>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    /// <summary>What a poll of the family has under the same name.</summary>
    [JsonPropertyName("data")]
    public required object Data { get; init; }

    /// <summary>"success", or why it failed.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The task.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The contract's name for the family.</summary>
    [JsonPropertyName("platform")]
    public required string Platform { get; init; }

    /// <summary>song.completed, song.failed or song.streaming.</summary>
    [JsonPropertyName("event")]
    public required string Event { get; init; }

    /// <summary>For failures, true: the credits went back.</summary>
    [JsonPropertyName("already_refunded")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AlreadyRefunded { get; init; }
}

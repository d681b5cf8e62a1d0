using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>A task as polls and webhooks tell it (contract 5.2).</summary>
public sealed record TaskAnswer
{
    /// <summary>The task.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The address that is told of the end; empty for none.</summary>
    [JsonPropertyName("notify_hook")]
    public required string NotifyHook { get; init; }

    /// <summary>studio-generate, or studio-extend for a continuation.</summary>
    [JsonPropertyName("action")]
    public required string Action { get; init; }

    /// <summary>QUEUED, IN_PROGRESS, SUCCESS or FAILURE.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Why it failed; empty where it did not.</summary>
    [JsonPropertyName("fail_reason")]
    public required string FailReason { get; init; }

    /// <summary>When it was asked for, in Unix seconds.</summary>
    [JsonPropertyName("submit_time")]
    public required long SubmitTime { get; init; }

    /// <summary>When a worker began, in Unix seconds; 0 until then.</summary>
    [JsonPropertyName("start_time")]
    public required long StartTime { get; init; }

    /// <summary>When it ended, in Unix seconds; 0 until then.</summary>
    [JsonPropertyName("finish_time")]
    public required long FinishTime { get; init; }

    /// <summary>A percentage such as "42%"; "100%" once it has ended.</summary>
    [JsonPropertyName("progress")]
    public required string Progress { get; init; }

    /// <summary>The songs: two from the first poll on.</summary>
    [JsonPropertyName("data")]
    public required SongList Data { get; init; }
}

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What became of one item of a batch.</summary>
public sealed record BatchItem
{
    /// <summary>Its place in the request, from 0.</summary>
    [JsonPropertyName("index")]
    public required int Index { get; init; }

    /// <summary>Its task, where it was accepted.</summary>
    [JsonPropertyName("task_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TaskId { get; init; }

    /// <summary>pending, running, succeeded or failed; "refused" where it was not accepted.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Why it was not accepted, or failed.</summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The HTTP status that the item would have got by itself, where it was not accepted.</summary>
    [JsonPropertyName("code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Code { get; init; }
}

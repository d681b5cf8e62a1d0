using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>The answer to a poll, whatever state the task is in (contract 5.2).</summary>
public sealed record PollAnswer
{
    /// <summary>Always "success": the poll went well; data.status says how the task is.</summary>
    [JsonPropertyName("code")]
    public string Code { get; } = "success";

    /// <summary>Always empty.</summary>
    [JsonPropertyName("message")]
    public string Message { get; } = "";

    /// <summary>The task.</summary>
    [JsonPropertyName("data")]
    public required TaskAnswer Data { get; init; }

    /// <summary>The songs again.</summary>
    [JsonPropertyName("handledData")]
    public HandledAnswer Handled => new(Data.Data);

    /// <summary>For tasks that failed, true: the credits went back.</summary>
    [JsonPropertyName("already_refunded")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AlreadyRefunded { get; init; }
}

using System.Text.Json.Serialization;

namespace Troubadour.Server.Making;

/// <summary>The answer while there is nothing to tell yet (HTTP 202; contract 1.4).</summary>
public sealed record NotReadyAnswer
{
    /// <summary>Always 202.</summary>
    [JsonPropertyName("code")]
    public int Code { get; } = 202;

    /// <summary>Always "not_ready".</summary>
    [JsonPropertyName("type")]
    public string Type { get; } = "not_ready";

    /// <summary>A sentence.</summary>
    [JsonPropertyName("error")]
    public string Error { get; init; } = "The task is still processing; try again soon.";

    /// <summary>The same sentence.</summary>
    [JsonPropertyName("message")]
    public string Message => Error;
}

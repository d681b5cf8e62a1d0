using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>The answer to a create.</summary>
public sealed record CreateAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("task_id")] string TaskId
);

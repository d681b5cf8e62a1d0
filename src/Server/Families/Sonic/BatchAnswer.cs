using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A batch and its tasks.</summary>
public sealed record BatchAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("batch_id")] string BatchId,
    [property: JsonPropertyName("submitted")] int Submitted,
    [property: JsonPropertyName("tasks")] IReadOnlyList<BatchItem> Tasks
);

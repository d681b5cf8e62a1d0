using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>The answer to a create: the word and, as data, the task's id (contract 5.1).</summary>
public sealed record CreateAnswer(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("data")] string TaskId
);

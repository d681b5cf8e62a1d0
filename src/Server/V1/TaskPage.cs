using System.Text.Json.Serialization;

namespace Troubadour.Server.V1;

/// <summary>A page of tasks, newest first.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Next">What to give as "before" for the next page; null on the last.</param>
public sealed record TaskPage(
    [property: JsonPropertyName("tasks")] IReadOnlyList<TaskItem> Tasks,
    [property: JsonPropertyName("next")] string? Next
);

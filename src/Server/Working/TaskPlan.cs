using System.Collections.Immutable;
using System.Text.Json;
using Troubadour.Engine;

namespace Troubadour.Server.Working;

/// <summary>What is to be made for a task: one order after another. One order may make all of its clips, or each order one.</summary>
/// <param name="Orders">The orders.</param>
internal sealed record TaskPlan(ImmutableArray<SongOrder> Orders)
{
    /// <summary>The clip whose song the orders work on.</summary>
    public string? SourceId { get; init; }

    /// <summary>The upload whose recording is heard in that song.</summary>
    public string? RecordingId { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, WorkerJson.Options);

    public static TaskPlan Read(string json) =>
        JsonSerializer.Deserialize<TaskPlan>(json, WorkerJson.Options)
        ?? throw new InvalidOperationException("The task has no plan.");
}

namespace Troubadour.Bookkeeping;

/// <summary>What became of a request to create a task.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="TaskId">The task, where there is one.</param>
public readonly record struct CreateOutcome(CreateVerdict Verdict, string? TaskId)
{
    /// <summary>The round that a created task is worked on in.</summary>
    public int Round { get; init; }
}

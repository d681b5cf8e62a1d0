namespace Troubadour.Bookkeeping;

/// <summary>A task that a worker may now work on, under this attempt's number.</summary>
public sealed record ClaimedTask(
    string Id,
    int Attempt,
    int Crashes,
    string Family,
    string Action,
    string Plan,
    string? Trace,
    long CreatedAt
)
{
    /// <summary>Its clips by position.</summary>
    public IReadOnlyList<OpenClip> Clips { get; init; } = [];
}

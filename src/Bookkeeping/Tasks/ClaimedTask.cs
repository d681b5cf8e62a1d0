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
    /// <summary>The key that asked.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>How long nobody worked on it since an earlier attempt's last sign of life; null where it was not dropped.</summary>
    public TimeSpan? DroppedFor { get; init; }

    /// <summary>Its clips by position.</summary>
    public IReadOnlyList<OpenClip> Clips { get; init; } = [];
}

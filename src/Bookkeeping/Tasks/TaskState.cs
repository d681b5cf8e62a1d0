namespace Troubadour.Bookkeeping;

/// <summary>
/// Where a task stands: queued -> running -> succeeded | failed; queued | running -> cancelled; running -> queued when it is handed
/// back or its worker died.
/// </summary>
public static class TaskState
{
    /// <summary>Accepted and waiting.</summary>
    public const string Queued = "queued";

    /// <summary>Claimed by a worker.</summary>
    public const string Running = "running";

    /// <summary>Finished; the clip is stored and the credits are spent.</summary>
    public const string Succeeded = "succeeded";

    /// <summary>Failed; the credits were given back.</summary>
    public const string Failed = "failed";

    /// <summary>Cancelled by the caller; the credits were given back.</summary>
    public const string Cancelled = "cancelled";
}

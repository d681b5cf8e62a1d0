namespace Troubadour.Bookkeeping;

/// <summary>Remembers which task an Idempotency-Key made, so that a repeated request gets the first one's answer.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Keys are scoped to an account.</summary>
    public required string AccountId { get; set; }

    /// <summary>The header's text.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required string RequestHash { get; set; }

    /// <summary>The task that was made.</summary>
    public required string TaskId { get; set; }

    /// <summary>Unix milliseconds after which it is forgotten.</summary>
    public long ExpiresAt { get; set; }
}

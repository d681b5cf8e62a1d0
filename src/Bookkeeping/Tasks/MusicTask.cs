namespace Troubadour.Bookkeeping;

/// <summary>A promise that a caller polls. This row is the truth: dispatchers and workers only act on it.</summary>
public sealed class MusicTask
{
    /// <summary>UUID version 7.</summary>
    public required string Id { get; set; }

    /// <summary>Whose it is.</summary>
    public required string AccountId { get; set; }

    /// <summary>The key that asked.</summary>
    public required string KeyId { get; set; }

    /// <summary>The API dialect it was asked in, such as "nuro".</summary>
    public required string Family { get; set; }

    /// <summary>What the family calls it, such as "vocal".</summary>
    public required string Action { get; set; }

    /// <summary>What is to be made, as the workers' JSON.</summary>
    public required string Plan { get; set; }

    /// <summary>One of <see cref="TaskState"/>.</summary>
    public required string State { get; set; }

    /// <summary>How often it was claimed. Every effect of a worker names the attempt it belongs to.</summary>
    public int Attempt { get; set; }

    /// <summary>Its place in the order that accounts take turns in: lower rounds are worked on first.</summary>
    public int Round { get; set; }

    /// <summary>The server that claimed it last; null before the first claim.</summary>
    public string? Node { get; set; }

    /// <summary>Unix milliseconds of the last sign of life of its worker; null where none is owed.</summary>
    public long? TouchedAt { get; set; }

    /// <summary>How often its worker died.</summary>
    public int Crashes { get; set; }

    /// <summary>0 to 99 while open, 100 when succeeded; never falls.</summary>
    public int Progress { get; set; }

    /// <summary>Credits held at submission.</summary>
    public long Cost { get; set; }

    /// <summary>What went wrong, by the contract's word (api_error, timeout).</summary>
    public string? ErrorType { get; set; }

    /// <summary>What went wrong, for the caller's eyes.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The W3C trace parent of the request that made it.</summary>
    public string? Trace { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Unix milliseconds of the first claim.</summary>
    public long? StartedAt { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long? FinishedAt { get; set; }

    /// <summary>The address that its caller reached the server by, for links in messages about it.</summary>
    public required string BaseUrl { get; set; }

    /// <summary>Where its caller wants to be told of its end; null for nowhere.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What messages about it are signed with; null for the server's own secret.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Its clips by position; only those that were not deleted, and only where they were asked for.</summary>
    public IReadOnlyList<Clip> Clips { get; set; } = [];
}

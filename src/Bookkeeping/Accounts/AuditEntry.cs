namespace Troubadour.Bookkeeping;

/// <summary>One act of an operator. Append-only.</summary>
public sealed class AuditEntry
{
    /// <summary>Rising number.</summary>
    public long Id { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>What was done, such as "key.create".</summary>
    public required string Action { get; set; }

    /// <summary>The id of what it was done to.</summary>
    public required string Target { get; set; }

    /// <summary>Details in words; never a secret.</summary>
    public required string Detail { get; set; }
}

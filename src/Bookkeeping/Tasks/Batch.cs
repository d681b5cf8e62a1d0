namespace Troubadour.Bookkeeping;

/// <summary>Tasks that were asked for together.</summary>
public sealed class Batch
{
    /// <summary>UUID version 7.</summary>
    public required string Id { get; set; }

    /// <summary>Whose it is.</summary>
    public required string AccountId { get; set; }

    /// <summary>What became of each item, as the family's JSON.</summary>
    public required string Items { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }
}

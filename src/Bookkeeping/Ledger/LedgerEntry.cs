namespace Troubadour.Bookkeeping;

/// <summary>
/// One side of a transfer of credits. Entries are only ever added; those of one transfer sum to zero, and those of an account's
/// purse sum to its balance.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>Rising number.</summary>
    public long Id { get; set; }

    /// <summary>What the sides of one transfer have in common.</summary>
    public required string TransferId { get; set; }

    /// <summary>The task it was for; null for a grant.</summary>
    public string? TaskId { get; set; }

    /// <summary>The account whose purse it is; null for the house's own purses.</summary>
    public string? AccountId { get; set; }

    /// <summary>One of <see cref="Troubadour.Bookkeeping.Purse"/>.</summary>
    public required string Purse { get; set; }

    /// <summary>One of <see cref="LedgerKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Credits into the purse; negative when they leave it.</summary>
    public long Amount { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>Why, in a word or two.</summary>
    public required string Note { get; set; }
}

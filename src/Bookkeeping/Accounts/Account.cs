namespace Troubadour.Bookkeeping;

/// <summary>Who pays. Its two balances are the sums of its ledger entries, kept here so that a hold is one guarded update.</summary>
public sealed class Account
{
    /// <summary>UUID version 7.</summary>
    public required string Id { get; set; }

    /// <summary>The operator's name for it.</summary>
    public required string Name { get; set; }

    /// <summary>Subscription credits; never negative.</summary>
    public long Credits { get; set; }

    /// <summary>Extra credits, which are spent first; never negative.</summary>
    public long ExtraCredits { get; set; }

    /// <summary>True while it may make something; the operator's to change.</summary>
    public bool Subscribed { get; set; } = true;

    /// <summary>How many of its tasks are queued or running.</summary>
    public int OpenTasks { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }
}

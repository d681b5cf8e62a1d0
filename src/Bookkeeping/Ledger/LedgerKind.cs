namespace Troubadour.Bookkeeping;

/// <summary>Why credits move. With the task and the purse it is unique, so each step happens at most once a task.</summary>
public static class LedgerKind
{
    /// <summary>From issued to an account.</summary>
    public const string Grant = "grant";

    /// <summary>From an account to escrow, at submission.</summary>
    public const string Hold = "hold";

    /// <summary>From escrow to revenue (spent) or back to the account (refunded), when the task ends.</summary>
    public const string Settle = "settle";
}

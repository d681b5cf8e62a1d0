namespace Troubadour.Bookkeeping;

/// <summary>What became of a request to cancel.</summary>
public enum CancelVerdict
{
    /// <summary>Cancelled now; the credits were given back.</summary>
    Cancelled,

    /// <summary>The task had ended before.</summary>
    Ended,

    /// <summary>The account has no such task.</summary>
    Unknown,
}

namespace Troubadour.Bookkeeping;

/// <summary>A task to be accepted.</summary>
public sealed record NewTask(Caller Caller, string Family, string Action, string Brief, long Cost)
{
    /// <summary>Told back: genre asked for or predicted.</summary>
    public string Genre { get; init; } = "";

    /// <summary>Told back: mood.</summary>
    public string Mood { get; init; } = "";

    /// <summary>Told back: gender, or empty.</summary>
    public string Gender { get; init; } = "";

    /// <summary>Told back: timbre, or empty.</summary>
    public string Timbre { get; init; } = "";

    /// <summary>The W3C trace parent of the request.</summary>
    public string? Trace { get; init; }

    /// <summary>Set where the request had an Idempotency-Key.</summary>
    public IdempotencyKey? Idempotency { get; init; }
}

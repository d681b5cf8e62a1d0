namespace Troubadour.Bookkeeping;

/// <summary>A task to be accepted.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Family">The API dialect it is asked in.</param>
/// <param name="Action">What the family calls it.</param>
/// <param name="Plan">What is to be made, as the workers' JSON.</param>
/// <param name="Cost">Credits it costs.</param>
public sealed record NewTask(Caller Caller, string Family, string Action, string Plan, long Cost)
{
    /// <summary>The id it shall have, a UUID version 7; null for a fresh one.</summary>
    public string? Id { get; init; }

    /// <summary>The clips it promises.</summary>
    public IReadOnlyList<NewClip> Clips { get; init; } = [];

    /// <summary>The W3C trace parent of the request.</summary>
    public string? Trace { get; init; }

    /// <summary>The address that the caller reached the server by.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Where the caller wants to be told of its end.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>What messages about it are signed with.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Set where the request had an Idempotency-Key.</summary>
    public IdempotencyKey? Idempotency { get; init; }
}

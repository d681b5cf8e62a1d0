namespace Troubadour.Bookkeeping;

/// <summary>What became of a request to create a task.</summary>
public enum CreateVerdict
{
    /// <summary>Accepted and charged.</summary>
    Created,

    /// <summary>The same request came before; its task is named again and nothing was charged.</summary>
    Replayed,

    /// <summary>The Idempotency-Key was used before with another request.</summary>
    KeyReused,

    /// <summary>The account has fewer credits than the task costs.</summary>
    NotEnoughCredits,

    /// <summary>The account's subscription is not active.</summary>
    NoSubscription,

    /// <summary>Too many tasks are open.</summary>
    QueueFull,
}

namespace Troubadour.Bookkeeping;

/// <summary>A message that a task's caller is owed. A row, not a timer: it survives whatever happens to the server.</summary>
public sealed class Webhook
{
    /// <summary>UUID version 7; sent as the message's id with every try.</summary>
    public required string Id { get; set; }

    /// <summary>The task it speaks of.</summary>
    public required string TaskId { get; set; }

    /// <summary>Whose it is.</summary>
    public required string AccountId { get; set; }

    /// <summary>One of <see cref="WebhookEvent"/>.</summary>
    public required string Event { get; set; }

    /// <summary>Where it goes.</summary>
    public required string Url { get; set; }

    /// <summary>What it is signed with; null for the server's own secret.</summary>
    public string? Secret { get; set; }

    /// <summary>The exact text that is sent; null until the first try.</summary>
    public string? Body { get; set; }

    /// <summary>One of <see cref="WebhookState"/>.</summary>
    public required string State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Unix milliseconds of the next try.</summary>
    public long NextAt { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long? DeliveredAt { get; set; }
}

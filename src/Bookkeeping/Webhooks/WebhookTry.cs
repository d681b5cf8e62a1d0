namespace Troubadour.Bookkeeping;

/// <summary>One try to deliver a webhook.</summary>
public sealed class WebhookTry
{
    /// <summary>A running number.</summary>
    public long Id { get; set; }

    /// <summary>The webhook.</summary>
    public required string WebhookId { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long At { get; set; }

    /// <summary>The receiver's HTTP status; null when there was no answer.</summary>
    public int? Status { get; set; }

    /// <summary>Why it did not work, in a few words; null when it did.</summary>
    public string? Error { get; set; }

    /// <summary>How long it took.</summary>
    public int Milliseconds { get; set; }
}

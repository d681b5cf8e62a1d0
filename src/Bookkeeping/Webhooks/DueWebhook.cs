namespace Troubadour.Bookkeeping;

/// <summary>A webhook that may be sent now, by whoever claimed it, until the lease ends.</summary>
public sealed class DueWebhook
{
    /// <summary>Sent as the message's id with every try.</summary>
    public string Id { get; set; } = "";

    /// <summary>The task it speaks of.</summary>
    public string TaskId { get; set; } = "";

    /// <summary>Whose it is.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>One of <see cref="WebhookEvent"/>.</summary>
    public string Event { get; set; } = "";

    /// <summary>Where it goes.</summary>
    public string Url { get; set; } = "";

    /// <summary>What it is signed with; null for the server's own secret.</summary>
    public string? Secret { get; set; }

    /// <summary>The exact text that is sent; null before the first try.</summary>
    public string? Body { get; set; }

    /// <summary>How often it was tried since it last began.</summary>
    public int Tries { get; set; }

    /// <summary>The family of its task.</summary>
    public string Family { get; set; } = "";

    /// <summary>The address that the task's caller reached the server by.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Unix milliseconds; when it may be claimed anew if nothing was heard of this claim.</summary>
    public long Lease { get; set; }
}

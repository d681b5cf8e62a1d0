namespace Troubadour.Bookkeeping;

/// <summary>Where a webhook stands.</summary>
public static class WebhookState
{
    /// <summary>To be tried, now or later.</summary>
    public const string Waiting = "waiting";

    /// <summary>The receiver took it.</summary>
    public const string Delivered = "delivered";

    /// <summary>It was tried often enough, or the receiver wants no more.</summary>
    public const string GivenUp = "given up";
}

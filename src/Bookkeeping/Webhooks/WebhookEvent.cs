namespace Troubadour.Bookkeeping;

/// <summary>What a webhook tells.</summary>
public static class WebhookEvent
{
    /// <summary>All clips of the task are there.</summary>
    public const string Completed = "song.completed";

    /// <summary>The task failed or was cancelled.</summary>
    public const string Failed = "song.failed";

    /// <summary>The first clip can be heard while others are being made.</summary>
    public const string Streaming = "song.streaming";
}

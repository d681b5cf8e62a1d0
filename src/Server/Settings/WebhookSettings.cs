namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Webhooks".</summary>
public sealed class WebhookSettings
{
    /// <summary>
    /// Hosts, by name or address, that webhooks may also reach when they are private, by http and on any port. Every other receiver is
    /// public and reached by https.
    /// </summary>
    public IReadOnlyList<string> AllowPrivate { get; set; } = [];

    /// <summary>Tell "song.streaming" too, when the first clip of a task can be heard.</summary>
    public bool Streaming { get; set; }

    /// <summary>Signs webhooks of tasks that brought no secret; empty takes the one kept in the data directory.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How long a receiver may take to answer.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Seconds from a failed try to the next; after the last one the webhook is given up.</summary>
    public IReadOnlyList<int> RetrySeconds { get; set; } = [10, 60, 300, 1_800, 7_200, 18_000];
}

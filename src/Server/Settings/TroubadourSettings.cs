namespace Troubadour.Server.Settings;

/// <summary>Everything an operator can set under "Troubadour:". Every default is stated here.</summary>
public sealed class TroubadourSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Troubadour";

    /// <summary>Where the database, the songs and the lock lie.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>The address that callers reach the server by, for links in answers; empty takes the request's own host.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>"all", "api" or "worker"; the last two need PostgreSQL.</summary>
    public string Role { get; set; } = ServerRole.All;

    /// <summary>What holds the books.</summary>
    public DatabaseSettings Database { get; set; } = new();

    /// <summary>
    /// How long a server that was asked to stop still answers, no longer ready, so that a load balancer turns away from it first.
    /// </summary>
    public int NoticeSeconds { get; set; }

    /// <summary>Songs made at the same time; 0 means one less than the processor's cores, at least 1.</summary>
    public int Workers { get; set; }

    /// <summary>A key of the operator's own, 16 characters or more, that exists from the start; empty for none.</summary>
    public string BootstrapKey { get; set; } = "";

    /// <summary>Credits that the operator's own key, or the first key, is made with.</summary>
    public long BootstrapCredits { get; set; } = 10_000;

    /// <summary>How many tasks may wait.</summary>
    public QueueSettings Queue { get; set; } = new();

    /// <summary>What a worker may use.</summary>
    public RenderSettings Render { get; set; } = new();

    /// <summary>What a call costs, in credits.</summary>
    public PriceSettings Prices { get; set; } = new();

    /// <summary>How often a key may call.</summary>
    public LimitSettings Limits { get; set; } = new();

    /// <summary>Words that callers may not use.</summary>
    public ModerationSettings Moderation { get; set; } = new();

    /// <summary>Who writes lyrics.</summary>
    public LyricsSettings Lyrics { get; set; } = new();

    /// <summary>Which web pages may call.</summary>
    public CorsSettings Cors { get; set; } = new();

    /// <summary>Where songs are stored.</summary>
    public BlobSettings Blobs { get; set; } = new();

    /// <summary>How long songs are kept.</summary>
    public RetentionSettings Retention { get; set; } = new();

    /// <summary>How callers are told that a task has ended.</summary>
    public WebhookSettings Webhooks { get; set; } = new();

    /// <summary>What callers may upload.</summary>
    public UploadSettings Uploads { get; set; } = new();

    /// <summary>What the server tells of its meters.</summary>
    public MetricsSettings Metrics { get; set; } = new();

    /// <summary>Whether several servers share the books.</summary>
    public bool IsCluster => Database.Provider == DatabaseSettings.Postgres;

    /// <summary>Whether calls are answered here.</summary>
    public bool Answers => Role != ServerRole.Worker;

    /// <summary>Whether songs are made here.</summary>
    public bool Works => Role != ServerRole.Api;

    /// <summary>The number of worker slots.</summary>
    public int Slots => Workers > 0 ? Workers : Math.Max(1, Environment.ProcessorCount - 1);
}

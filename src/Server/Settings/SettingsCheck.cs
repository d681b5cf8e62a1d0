namespace Troubadour.Server.Settings;

/// <summary>The rules that settings keep.</summary>
internal static class SettingsCheck
{
    private const int LeastKeyLength = 16;
    private const int LongestSecret = 256;
    private const int MostRetries = 20;

    /// <summary>Checks every value against its rule.</summary>
    /// <exception cref="SettingsException">One breaks it.</exception>
    public static void Check(TroubadourSettings settings)
    {
        Require(!string.IsNullOrWhiteSpace(settings.DataDirectory), "DataDirectory", "must name a folder.");
        Require(settings.Workers is >= 0 and <= 256, "Workers", "must be 1 to 256, or 0 for one less than the cores.");
        Require(
            settings.BootstrapKey.Length == 0 || settings.BootstrapKey.Trim().Length >= LeastKeyLength,
            "BootstrapKey",
            $"must have {LeastKeyLength} characters or more."
        );
        Require(
            settings.BootstrapKey.All(c => c is > ' ' and <= '~'),
            "BootstrapKey",
            "must be made of ASCII letters, digits and signs without spaces, because it travels in a header."
        );
        CheckCluster(settings);
        Require(settings.BootstrapCredits >= 0, "BootstrapCredits", "must be 0 or more.");
        Require(settings.Queue.MaxOpen >= 1, "Queue:MaxOpen", "must be 1 or more.");
        Require(settings.Queue.MaxPerKey >= 1, "Queue:MaxPerKey", "must be 1 or more.");
        Require(settings.Queue.ReconcileSeconds is >= 1 and <= 3600, "Queue:ReconcileSeconds", "must be 1 to 3600.");
        Require(settings.Render.TimeoutSeconds is >= 1 and <= 86_400, "Render:TimeoutSeconds", "must be 1 to 86400.");
        Require(settings.Render.MemoryMb >= 64, "Render:MemoryMb", "must be 64 or more.");
        Require(settings.Render.MaxCrashes is >= 0 and <= 100, "Render:MaxCrashes", "must be 0 to 100.");
        Require(settings.Render.KeepSeconds is >= 0 and <= 86_400, "Render:KeepSeconds", "must be 0 to 86400.");
        Require(settings.Render.DrainSeconds is >= 0 and <= 600, "Render:DrainSeconds", "must be 0 to 600.");
        Require(settings.Prices.Nuro >= 0, "Prices:Nuro", "must be 0 or more.");
        Require(settings.Prices.Studio >= 0, "Prices:Studio", "must be 0 or more.");
        CheckPrices(settings.Prices.Sonic, "Sonic");
        CheckPrices(settings.Prices.Riffusion, "Riffusion");
        Require(
            settings.Limits.CreatesPerMinute is >= 0 and <= 60_000,
            "Limits:CreatesPerMinute",
            "must be 0 to 60000."
        );
        Require(settings.Limits.Burst is >= 1 and <= 60_000, "Limits:Burst", "must be 1 to 60000.");
        Require(settings.Blobs.MinFreeMb >= 0, "Blobs:MinFreeMb", "must be 0 or more.");
        Require(IsBaseUrl(settings.PublicBaseUrl), "PublicBaseUrl", "must be an absolute http or https address.");
        CheckLyrics(settings.Lyrics);
        CheckWebhooks(settings.Webhooks);
        CheckUploads(settings.Uploads);
        BlobCheck.Check(settings);
    }

    private static void CheckCluster(TroubadourSettings settings)
    {
        Require(
            settings.Database.Provider is DatabaseSettings.Sqlite or DatabaseSettings.Postgres,
            "Database:Provider",
            "must be sqlite or postgres."
        );
        Require(
            !settings.IsCluster || settings.Database.Connection.Length > 0,
            "Database:Connection",
            "must say how to reach PostgreSQL."
        );
        Require(
            settings.Role is ServerRole.All or ServerRole.Api or ServerRole.Worker,
            "Role",
            "must be all, api or worker."
        );
        Require(
            settings.Role == ServerRole.All || settings.IsCluster,
            "Role",
            "must be all with SQLite, which one server uses; set Database:Provider to postgres for several."
        );
        Require(settings.NoticeSeconds is >= 0 and <= 600, "NoticeSeconds", "must be 0 to 600.");
        Require(settings.Queue.RunningPerKey is >= 0 and <= 10_000, "Queue:RunningPerKey", "must be 0 to 10000.");
        Require(settings.Queue.CheckinSeconds is >= 1 and <= 300, "Queue:CheckinSeconds", "must be 1 to 300.");
        Require(settings.Queue.FailoverSeconds is >= 1 and <= 3_600, "Queue:FailoverSeconds", "must be 1 to 3600.");
    }

    private static void CheckLyrics(LyricsSettings lyrics)
    {
        Require(IsBaseUrl(lyrics.Endpoint), "Lyrics:Endpoint", "must be an absolute http or https address.");
        Require(
            lyrics.Endpoint.Length == 0 || lyrics.Model.Length > 0,
            "Lyrics:Model",
            "must name a model of the endpoint."
        );
        Require(lyrics.TimeoutSeconds is >= 1 and <= 300, "Lyrics:TimeoutSeconds", "must be 1 to 300.");
    }

    private static void CheckWebhooks(WebhookSettings webhooks)
    {
        CheckHosts(webhooks.AllowPrivate, "Webhooks:AllowPrivate");
        Require(
            webhooks.Secret.Length is 0 or >= LeastKeyLength and <= LongestSecret,
            "Webhooks:Secret",
            $"must have {LeastKeyLength} to {LongestSecret} characters."
        );
        Require(webhooks.TimeoutSeconds is >= 1 and <= 60, "Webhooks:TimeoutSeconds", "must be 1 to 60.");
        Require(
            webhooks.RetrySeconds.Count <= MostRetries && webhooks.RetrySeconds.All(s => s is >= 0 and <= 604_800),
            "Webhooks:RetrySeconds",
            $"must be at most {MostRetries} numbers from 0 to 604800."
        );
    }

    private static void CheckUploads(UploadSettings uploads)
    {
        CheckHosts(uploads.AllowPrivate, "Uploads:AllowPrivate");
        Require(uploads.MaxMb is >= 1 and <= 1_024, "Uploads:MaxMb", "must be 1 to 1024.");
        Require(uploads.FetchSeconds is >= 1 and <= 600, "Uploads:FetchSeconds", "must be 1 to 600.");
        Require(uploads.DecodeSeconds is >= 1 and <= 600, "Uploads:DecodeSeconds", "must be 1 to 600.");
        Require(uploads.UnderstandSeconds is >= 1 and <= 3_600, "Uploads:UnderstandSeconds", "must be 1 to 3600.");
        Require(uploads.KnownSongs is >= 0 and <= 10_000, "Uploads:KnownSongs", "must be 0 to 10000.");
    }

    private static void CheckHosts(IReadOnlyList<string> hosts, string name)
    {
        for (var i = 0; i < hosts.Count; i++)
        {
            Require(
                Uri.CheckHostName(hosts[i]) != UriHostNameType.Unknown,
                $"{name}:{i}",
                $"must be a host's name or address alone, without scheme or port, not '{hosts[i]}'."
            );
        }
    }

    private static void CheckPrices<T>(T prices, string family)
    {
        foreach (var property in typeof(T).GetProperties())
        {
            Require((int)property.GetValue(prices)! >= 0, $"Prices:{family}:{property.Name}", "must be 0 or more.");
        }
    }

    private static bool IsBaseUrl(string text) =>
        text.Length == 0
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme is "http" or "https")
            && url.Query.Length == 0
            && url.Fragment.Length == 0
        );

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            throw new SettingsException($"The setting '{TroubadourSettings.Section}:{name}' {rule}");
        }
    }
}

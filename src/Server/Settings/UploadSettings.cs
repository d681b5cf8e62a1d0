namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Uploads".</summary>
public sealed class UploadSettings
{
    /// <summary>Hosts, by name or address, that files may also be fetched from when they are private, on any port.</summary>
    public IReadOnlyList<string> AllowPrivate { get; set; } = [];

    /// <summary>The largest file.</summary>
    public int MaxMb { get; set; } = 50;

    /// <summary>Longest time to fetch a file.</summary>
    public int FetchSeconds { get; set; } = 60;

    /// <summary>Longest time to read a fetched file as audio.</summary>
    public int DecodeSeconds { get; set; } = 60;

    /// <summary>Longest time to listen to an upload: tempo, harmony, form, tune, voice.</summary>
    public int UnderstandSeconds { get; set; } = 120;

    /// <summary>How many of an account's newest clips an upload is compared with; 0 for none.</summary>
    public int KnownSongs { get; set; } = 500;
}

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
}

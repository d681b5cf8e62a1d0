namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Blobs".</summary>
public sealed class BlobSettings
{
    /// <summary>Free disk space below which the server calls itself not ready and accepts no more tasks.</summary>
    public int MinFreeMb { get; set; } = 256;
}

using Troubadour.Server.Keeping;
using Troubadour.Server.Settings;

namespace Troubadour.Cli;

/// <summary>The files that the settings name.</summary>
internal static class Files
{
    /// <summary>Opens them.</summary>
    /// <exception cref="SettingsException">The folder cannot be made.</exception>
    public static FilePlace Open(CommandSettings settings)
    {
        var blobs = settings.Blobs;
        var name =
            blobs.Kind == BlobSettings.S3
                ? $"s3:{blobs.Endpoint}/{blobs.Bucket}/{blobs.Prefix}"
                : FullName(blobs.Folder.Length > 0 ? blobs.Folder : Usual(settings));
        return new FilePlace(name, BlobStores.Open(blobs, Usual(settings)));
    }

    /// <summary>Opens a folder of files.</summary>
    /// <exception cref="SettingsException">The folder cannot be made.</exception>
    public static FilePlace OpenFolder(string folder) =>
        new(FullName(folder), BlobStores.Open(new BlobSettings(), FullName(folder)));

    /// <summary>The folder of files of a data directory where the settings name no other.</summary>
    public static string Usual(CommandSettings settings) => Path.Combine(settings.DataDirectory, "songs");

    private static string FullName(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}

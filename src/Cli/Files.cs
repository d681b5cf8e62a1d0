using Troubadour.Server.Settings;
using Troubadour.Storage;

namespace Troubadour.Cli;

/// <summary>The files that the settings name.</summary>
internal static class Files
{
    /// <summary>Opens them.</summary>
    /// <exception cref="SettingsException">The settings name no place that there is.</exception>
    public static FilePlace Open(CommandSettings settings) =>
        settings.BlobKind.ToUpperInvariant() switch
        {
            "LOCAL" => OpenFolder(Folder(settings)),
            _ => throw new SettingsException($"Troubadour:Blobs:Kind must be local, not '{settings.BlobKind}'."),
        };

    /// <summary>Opens a folder of files.</summary>
    public static FilePlace OpenFolder(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new FilePlace(path, new LocalBlobStore(path));
    }

    /// <summary>The folder of files of a data directory where the settings name no other.</summary>
    public static string Usual(CommandSettings settings) => Path.Combine(settings.DataDirectory, "songs");

    private static string Folder(CommandSettings settings) =>
        settings.BlobFolder.Length > 0 ? settings.BlobFolder : Usual(settings);
}

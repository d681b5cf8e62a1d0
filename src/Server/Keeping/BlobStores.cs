using Troubadour.Server.Settings;
using Troubadour.Storage;
using Troubadour.Storage.S3;

namespace Troubadour.Server.Keeping;

/// <summary>Opens the store that the settings name.</summary>
public static class BlobStores
{
    /// <summary>Opens it; an S3 store is not asked yet.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="songs">The local store's folder where the settings name none.</param>
    /// <exception cref="SettingsException">The folder cannot be made.</exception>
    public static IBlobStore Open(BlobSettings settings, string songs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Kind == BlobSettings.S3)
        {
            return new S3BlobStore(
                new S3Options(settings.Bucket)
                {
                    Prefix = settings.Prefix,
                    Endpoint = settings.Endpoint.Length > 0 ? new Uri(settings.Endpoint) : null,
                    Region = settings.Region,
                    AccessKey = settings.AccessKey,
                    SecretKey = settings.SecretKey,
                    PathStyle = settings.PathStyle,
                }
            );
        }

        var folder = settings.Folder.Length > 0 ? settings.Folder : songs;
        try
        {
            return new LocalBlobStore(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The folder of files '{folder}' cannot be made: {e.Message}", e);
        }
    }
}

using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>Whether the disks that the server writes to have room left: the data directory's, and that of a folder of files elsewhere.</summary>
internal sealed class DiskRoom(DataFolder data, TroubadourSettings settings)
{
    private readonly string[] _folders = settings.Blobs is { Kind: BlobSettings.Local, Folder.Length: > 0 }
        ? [data.Root, Path.GetFullPath(settings.Blobs.Folder)]
        : [data.Root];

    /// <summary>False when one of them is nearly full.</summary>
    public bool IsLeft => _folders.All(HasRoom);

    private bool HasRoom(string folder) =>
        new DriveInfo(folder).AvailableFreeSpace >= settings.Blobs.MinFreeMb * 1024L * 1024L;
}

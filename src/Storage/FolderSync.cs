using System.Runtime.InteropServices;

namespace Troubadour.Storage;

/// <summary>Syncs folders to disk, so that a renamed file keeps its new name through a power cut. The runtime opens no folders.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    // O_CLOEXEC: workers that start at this moment do not inherit it.
    private const int LinuxCloseOnExec = 0x80000;

    /// <summary>Syncs a folder and those above it, up to the root.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public static void Flush(string folder, string root)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        for (var path = folder; path.Length >= root.Length; path = Path.GetDirectoryName(path)!)
        {
            Flush(path);
        }
    }

    private static void Flush(string path)
    {
        var handle = Open(path, ReadOnly | (OperatingSystem.IsLinux() ? LinuxCloseOnExec : 0));
        if (handle < 0)
        {
            throw Fault();
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw Fault();
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static BlobStoreException Fault() =>
        new($"A folder could not be synced: {Marshal.GetLastPInvokeErrorMessage()}.");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}

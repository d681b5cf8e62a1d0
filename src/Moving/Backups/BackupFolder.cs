using Troubadour.Storage;

namespace Troubadour.Moving.Backups;

/// <summary>Where things lie in a backup.</summary>
/// <param name="path">Its folder.</param>
internal sealed class BackupFolder(string path)
{
    public const string SecretName = "webhook-secret";
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Root { get; } = Path.GetFullPath(path);

    public string Database => Path.Combine(Root, "troubadour.db");

    public string FreshDatabase => Database + ".new";

    public string Manifest => Path.Combine(Root, "manifest.json");

    public string Secret => Path.Combine(Root, SecretName);

    public string Work => Path.Combine(Root, "backup.work");

    public string Lock => Path.Combine(Root, "backup.lock");

    public IBlobStore Files() => new LocalBlobStore(Path.Combine(Root, "songs"));

    /// <summary>Makes a folder that only its owner may look into.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, ForOwner | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes a file for its owner's eyes alone: whole, durably, in the place of an older one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ForOwner;
        }

        using (var file = new FileStream(fresh, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}

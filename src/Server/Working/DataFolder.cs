using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>The data directory, locked for as long as this lives: two servers on one would both make its tasks.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
    }

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>The database file.</summary>
    public string Database => DatabaseIn(Root);

    /// <summary>The stored clips.</summary>
    public string Songs => Path.Combine(Root, "songs");

    /// <summary>Songs on their way; emptied at every start.</summary>
    public string Work => Path.Combine(Root, "work");

    /// <summary>The database file of a data directory.</summary>
    public static string DatabaseIn(string root) => Path.Combine(Path.GetFullPath(root), "troubadour.db");

    /// <summary>Makes the folder where it is missing and locks it.</summary>
    /// <exception cref="SettingsException">It cannot be written, or another server has it.</exception>
    public static DataFolder Open(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The data directory '{root}' cannot be made: {e.Message}", e);
        }

        try
        {
            var file = Path.Combine(root, "server.lock");
            var folder = new DataFolder(
                root,
                new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
            folder.EmptyWork();
            return folder;
        }
        catch (IOException e)
        {
            throw new SettingsException($"The data directory '{root}' is in use by another server.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SettingsException($"The data directory '{root}' cannot be written: {e.Message}", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private void EmptyWork()
    {
        if (Directory.Exists(Work))
        {
            Directory.Delete(Work, recursive: true);
        }

        Directory.CreateDirectory(Work);
    }
}

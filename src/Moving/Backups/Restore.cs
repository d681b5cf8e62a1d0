using Troubadour.Moving.Files;
using Troubadour.Storage;

namespace Troubadour.Moving.Backups;

/// <summary>Puts a backup of SQLite books into an empty data directory. The files come first, and the books when all of them are there.</summary>
/// <param name="source">The backup's folder.</param>
/// <param name="data">The data directory.</param>
/// <param name="files">Where its files go.</param>
public sealed class Restore(string source, string data, IBlobStore files)
{
    private const string MarkerName = "restoring";

    private readonly BackupFolder _folder = new(source);
    private readonly string _data = Path.GetFullPath(data);

    private string Target => Path.Combine(_data, "troubadour.db");

    private string Marker => Path.Combine(_data, MarkerName);

    /// <summary>Checks the books of the backup, and marks the data directory, so that a restoring that was ended can be begun again.</summary>
    /// <param name="source">The backup's folder.</param>
    /// <param name="data">The data directory; it is made when it is missing.</param>
    /// <param name="cancellation">Ends the checking.</param>
    /// <exception cref="MovingException">The backup is not whole, or the data directory is not empty.</exception>
    public static async Task PrepareAsync(string source, string data, CancellationToken cancellation = default)
    {
        var folder = new BackupFolder(source);
        var manifest = BackupManifest.Read(folder.Manifest);
        if (
            !File.Exists(folder.Database)
            || await new SqliteSnapshot(folder.Database).HashAsync(cancellation)
                != (manifest.DatabaseBytes, manifest.DatabaseSha256)
        )
        {
            throw new MovingException("The books of this backup are not the ones that its manifest tells of.");
        }

        if (manifest.HasWebhookSecret && !File.Exists(folder.Secret))
        {
            throw new MovingException($"This backup lacks '{BackupFolder.SecretName}'.");
        }

        var marker = Path.Combine(Path.GetFullPath(data), MarkerName);
        if (!File.Exists(marker) && Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            throw new MovingException($"The data directory '{Path.GetFullPath(data)}' is not empty.");
        }

        BackupFolder.Make(Path.GetFullPath(data));
        await File.WriteAllBytesAsync(marker, [], cancellation);
    }

    /// <summary>Puts it there, when it was prepared. Nobody else may use the data directory meanwhile.</summary>
    /// <returns>What it held. Files that are missing or damaged in the backup are told there; all others are put back.</returns>
    /// <exception cref="MovingException">The data directory has books, or what was put there is not what the manifest tells of.</exception>
    public async Task<BackupReport> RunAsync(CancellationToken cancellation = default)
    {
        if (File.Exists(Target) || !File.Exists(Marker))
        {
            throw new MovingException($"The data directory '{_data}' is not empty.");
        }

        var manifest = BackupManifest.Read(_folder.Manifest);
        var fresh = Target + ".new";
        var books = SqliteSnapshot.Take(_folder.Database, fresh);
        if (!books.Count().SequenceEqual(manifest.Tables))
        {
            throw new MovingException("The restored books have other rows than the manifest tells of.");
        }

        var work = Directory.CreateDirectory(Path.Combine(_data, "work")).FullName;
        var copy = new FileCopy(_folder.Files(), files, work);
        var report = await copy.RunAsync(books.ReadFilesAsync(cancellation), cancellation);
        if (manifest.HasWebhookSecret)
        {
            var secret = await File.ReadAllBytesAsync(_folder.Secret, cancellation);
            BackupFolder.Write(Path.Combine(_data, BackupFolder.SecretName), secret);
        }

        File.Move(fresh, Target);
        File.Delete(Marker);
        return new BackupReport(manifest, report);
    }
}

using Troubadour.Moving.Files;
using Troubadour.Storage;

namespace Troubadour.Moving.Backups;

/// <summary>
/// Takes a backup of SQLite books and their files while a server uses them. The books are copied first and the files that they name after
/// them, so that the backup has every file its books name; a later backup into the same folder copies only files that it has not.
/// </summary>
/// <param name="data">The data directory.</param>
/// <param name="files">Where its files are.</param>
/// <param name="target">The backup's folder; it is made when it is missing.</param>
/// <param name="clock">The time.</param>
public sealed class Backup(string data, IBlobStore files, string target, TimeProvider clock)
{
    private readonly string _database = Path.Combine(Path.GetFullPath(data), "troubadour.db");
    private readonly BackupFolder _folder = new(target);

    /// <summary>Takes it. Until the end an older backup in the same folder stays as it was.</summary>
    /// <returns>What it holds. Files that are missing or damaged are told there; the backup holds all others.</returns>
    /// <exception cref="MovingException">There are no books, or the target is something else than a backup.</exception>
    public async Task<BackupReport> RunAsync(CancellationToken cancellation = default)
    {
        Check();
        BackupFolder.Make(_folder.Root);
        using var alone = Alone();
        EmptyWork();
        var time = clock.GetUtcNow();
        var snapshot = SqliteSnapshot.Take(_database, _folder.FreshDatabase);
        var copy = new FileCopy(files, _folder.Files(), _folder.Work);
        var report = await copy.RunAsync(snapshot.ReadFilesAsync(cancellation), cancellation);
        if (report.Faults.Count > 0)
        {
            // What goes while it is to be copied belongs to a clip that was deleted meanwhile: it shall be deleted in the backup too.
            var gone = snapshot.Forget(_database, report.Faults.Select(fault => fault.File));
            report = report with { Faults = [.. report.Faults.Where(fault => !gone.Contains(fault.File.Key))] };
        }

        var manifest = await DescribeAsync(snapshot, time, report, CopySecret(), cancellation);
        File.Move(_folder.FreshDatabase, _folder.Database, overwrite: true);
        BackupFolder.Write(_folder.Manifest, manifest.ToJson());
        Directory.Delete(_folder.Work, recursive: true);
        return new BackupReport(manifest, report);
    }

    private void Check()
    {
        if (!File.Exists(_database))
        {
            throw new MovingException($"There are no books in '{Path.GetDirectoryName(_database)}'.");
        }

        var isBackup = File.Exists(_folder.Manifest) || File.Exists(_folder.Lock);
        var isEmpty = !Directory.Exists(_folder.Root) || !Directory.EnumerateFileSystemEntries(_folder.Root).Any();
        if (!(isBackup || isEmpty) || File.Exists(Path.Combine(_folder.Root, "server.lock")))
        {
            throw new MovingException($"'{_folder.Root}' is neither empty nor a backup: name another folder.");
        }
    }

    private FileStream Alone()
    {
        try
        {
            return new FileStream(_folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new MovingException($"Another backup is being taken into '{_folder.Root}'.", e);
        }
    }

    private void EmptyWork()
    {
        if (Directory.Exists(_folder.Work))
        {
            Directory.Delete(_folder.Work, recursive: true);
        }

        Directory.CreateDirectory(_folder.Work);
    }

    private bool CopySecret()
    {
        var secret = Path.Combine(Path.GetDirectoryName(_database)!, BackupFolder.SecretName);
        if (!File.Exists(secret))
        {
            File.Delete(_folder.Secret);
            return false;
        }

        BackupFolder.Write(_folder.Secret, File.ReadAllBytes(secret));
        return true;
    }

    private static async Task<BackupManifest> DescribeAsync(
        SqliteSnapshot snapshot,
        DateTimeOffset time,
        FileReport report,
        bool hasSecret,
        CancellationToken cancellation
    )
    {
        var (bytes, hash) = await snapshot.HashAsync(cancellation);
        var version = typeof(Backup).Assembly.GetName().Version!.ToString(3);
        return new BackupManifest(
            version,
            time,
            bytes,
            hash,
            snapshot.Count(),
            report.Good + report.Faults.Count,
            report.Bytes,
            hasSecret
        );
    }
}

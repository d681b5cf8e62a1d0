using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Troubadour.Moving.Files;

namespace Troubadour.Moving.Backups;

/// <summary>A copy of SQLite books that nobody writes to. It is read as it is, whatever version of the program made it.</summary>
/// <param name="path">Its file.</param>
internal sealed class SqliteSnapshot(string path)
{
    /// <summary>Copies books while a server uses them: what was committed when the copying began, and nothing else.</summary>
    public static SqliteSnapshot Take(string source, string target)
    {
        // A journal that a killed copying left would be rolled back into the new file.
        foreach (var suffix in (string[])["", "-journal", "-wal", "-shm"])
        {
            File.Delete(target + suffix);
        }

        BackupFolder.Write(target, []);
        using var from = Open(source, SqliteOpenMode.ReadWrite);
        using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        // One file without a log beside it.
        using var command = to.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        command.ExecuteNonQuery();
        return new SqliteSnapshot(target);
    }

    /// <summary>Its tables.</summary>
    public IReadOnlyList<TableCount> Count()
    {
        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        var names = connection.Query<string>(
            """
            SELECT name FROM sqlite_master
            WHERE type='table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\_\_%' ESCAPE '\' ORDER BY name
            """
        );
        return
        [
            .. names.Select(name => new TableCount(
                name,
                connection.ExecuteScalar<long>(
                    $"SELECT COUNT(*) FROM \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                )
            )),
        ];
    }

    /// <summary>The files that it names.</summary>
    public async IAsyncEnumerable<StoredFile> ReadFilesAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await using var connection = Open(path, SqliteOpenMode.ReadOnly);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT path,bytes,sha256 FROM blobs";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new StoredFile(reader.GetString(0), reader.GetInt64(1), reader.GetString(2));
        }
    }

    /// <summary>
    /// Takes over what the books have lost since: files that they name no more are forgotten, and their clips are deleted where they are
    /// deleted there.
    /// </summary>
    /// <param name="source">The books that it was taken of.</param>
    /// <param name="files">Files to look at.</param>
    /// <returns>The keys of those that were forgotten; the others are still named.</returns>
    public IReadOnlySet<string> Forget(string source, IEnumerable<StoredFile> files)
    {
        using var connection = Open(path, SqliteOpenMode.ReadWrite);
        connection.Execute("ATTACH @source AS source", new { source });
        connection.Execute("CREATE TEMP TABLE gone(path TEXT PRIMARY KEY)");
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT OR IGNORE INTO gone VALUES(@Key)", files, transaction);
        connection.Execute(
            """
            DELETE FROM gone WHERE path IN(SELECT path FROM source.blobs);
            UPDATE clips SET deleted_at=(SELECT deleted_at FROM source.clips WHERE source.clips.id=clips.id)
            WHERE deleted_at IS NULL AND id IN(SELECT clip_id FROM main.blobs WHERE path IN(SELECT path FROM gone));
            DELETE FROM main.blobs WHERE path IN(SELECT path FROM gone);
            """,
            null,
            transaction
        );
        var keys = connection.Query<string>("SELECT path FROM gone", null, transaction);
        transaction.Commit();
        return keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Its length and its SHA-256.</summary>
    public async Task<(long Bytes, string Sha256)> HashAsync(CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var hash = await SHA256.HashDataAsync(file, cancellation);
        return (file.Length, Convert.ToHexStringLower(hash));
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        return connection;
    }
}

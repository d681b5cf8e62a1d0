using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Troubadour.Bookkeeping.Sqlite;

/// <summary>
/// The books in one SQLite file: write-ahead log, every commit synced to disk, one writer in the process. Another process (an
/// operator's command) may write beside it in short transactions; each waits up to five seconds for the other.
/// </summary>
public sealed class SqliteBookDatabase : IBookDatabase
{
    private readonly string _connectionString;
    private readonly Lock _starting = new();
    private SqliteWriter? _writer;

    /// <summary>Names the file; it is made by <see cref="MigrateAsync"/>.</summary>
    public SqliteBookDatabase(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 5,
        }.ToString();
    }

    /// <inheritdoc />
    public async Task MigrateAsync(CancellationToken cancellation = default)
    {
        if (
            await ReadAsync(
                connection => SchemaVersion.IsNewest(connection, typeof(SqliteBookDatabase).Assembly),
                cancellation
            )
        )
        {
            return;
        }

        var options = new DbContextOptionsBuilder<SqliteBookkeepingContext>().UseSqlite(_connectionString).Options;
        await using var context = new SqliteBookkeepingContext(options);
        await context.Database.MigrateAsync(cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
    }

    /// <inheritdoc />
    /// <remarks>One server uses the file.</remarks>
    public Task AloneAsync(Func<Task> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work();
    }

    /// <inheritdoc />
    public ValueTask<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        cancellation.ThrowIfCancellationRequested();
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return ValueTask.FromResult(read(connection));
    }

    /// <inheritdoc />
    public Task<T> WriteAsync<T>(Func<BookTransaction, T> write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        return Writer().WriteAsync(write, cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }

    private SqliteWriter Writer()
    {
        lock (_starting)
        {
            return _writer ??= new SqliteWriter(_connectionString);
        }
    }
}

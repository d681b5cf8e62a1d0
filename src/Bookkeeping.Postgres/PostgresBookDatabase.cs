using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Troubadour.Bookkeeping.Postgres;

/// <summary>
/// The books in a PostgreSQL database that several servers share. Transactions are read committed: every write first takes the row that it
/// decides by, so that others wait for it. One that loses a deadlock is run again.
/// </summary>
public sealed class PostgresBookDatabase : IBookDatabase
{
    // Statements block the thread they run on; so many threads at most.
    private const int UsualPool = 16;
    private const int MostTries = 5;
    private const int PauseMilliseconds = 20;

    // Any number that no other program locks in this database.
    private const long StartLock = 0x74726F75;

    private readonly NpgsqlDataSource _source;

    /// <summary>Names the database; its tables are made by <see cref="MigrateAsync"/>.</summary>
    /// <param name="connectionString">
    /// As Npgsql reads it, such as "Host=db;Database=troubadour;Username=troubadour;Password=...". What it leaves open: a pool of 16
    /// connections, 5 seconds to connect, keep-alives.
    /// </param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public PostgresBookDatabase(string connectionString)
    {
        _source = NpgsqlDataSource.Create(Complete(connectionString));
    }

    /// <summary>A connection string with what it leaves open filled in.</summary>
    /// <param name="connectionString">As given.</param>
    /// <param name="pool">How many connections at most.</param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static string Complete(string connectionString, int pool = UsualPool)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var usual = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = "troubadour",
            MaxPoolSize = pool,
            Timeout = 5,
            KeepAlive = 10,
        };
        // Of what was given alone: the builder knows every name.
        var names = given.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var key in usual.Keys.Where(key => !names.Contains(key)))
        {
            given[key] = usual[key];
        }

        return given.ConnectionString;
    }

    /// <inheritdoc />
    /// <remarks>Servers that start at the same time wait for the first.</remarks>
    public Task MigrateAsync(CancellationToken cancellation = default) =>
        AloneAsync(
            async () =>
            {
                var migrations = typeof(PostgresBookDatabase).Assembly;
                if (await ReadAsync(connection => SchemaVersion.IsNewest(connection, migrations), cancellation))
                {
                    return;
                }

                var options = new DbContextOptionsBuilder<PostgresBookkeepingContext>().UseNpgsql(_source).Options;
                await using var context = new PostgresBookkeepingContext(options);
                await context.Database.MigrateAsync(cancellation);
            },
            cancellation
        );

    /// <inheritdoc />
    public async Task AloneAsync(Func<Task> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var guard = await _source.OpenConnectionAsync(cancellation);
        await using var locking = guard.CreateCommand();
        locking.CommandText = $"SELECT pg_advisory_lock({StartLock})";
        locking.CommandTimeout = 0;
        await locking.ExecuteNonQueryAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            locking.CommandText = $"SELECT pg_advisory_unlock({StartLock})";
            await locking.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc />
    /// <remarks>A connection that broke while it lay in the pool is replaced once.</remarks>
    public async ValueTask<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return await ReadOnceAsync(read, cancellation);
        }
        catch (NpgsqlException e) when (MayHelp(e))
        {
            return await ReadOnceAsync(read, cancellation);
        }
    }

    /// <inheritdoc />
    /// <remarks>What fails before its commit began changed nothing and is run again where that may help.</remarks>
    public async Task<T> WriteAsync<T>(Func<BookTransaction, T> write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        for (var attempt = 1; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellation);
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                var result = write(new BookTransaction(connection, transaction));
                isCommitting = true;
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (NpgsqlException e) when (!isCommitting && attempt < MostTries && MayHelp(e))
            {
                await Task.Delay(attempt * PauseMilliseconds, cancellation);
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<T> ReadOnceAsync<T>(Func<DbConnection, T> read, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return read(connection);
    }

    private static bool MayHelp(NpgsqlException e) => e.IsTransient && e.InnerException is not TimeoutException;
}

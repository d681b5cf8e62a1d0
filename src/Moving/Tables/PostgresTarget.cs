using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Troubadour.Bookkeeping.Postgres;

namespace Troubadour.Moving.Tables;

/// <summary>An empty PostgreSQL database that is filled in one transaction; without a commit it stays empty.</summary>
[SuppressMessage("Security", "CA2100", Justification = "The names are the model's own.")]
internal sealed class PostgresTarget : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresTarget(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    /// <summary>Keeps everybody else from writing, and makes sure that nobody has.</summary>
    /// <exception cref="MovingException">A table is not empty, or somebody is at work there.</exception>
    public static async Task<PostgresTarget> OpenAsync(
        string connectionString,
        IReadOnlyList<BookTable> tables,
        CancellationToken cancellation
    )
    {
        // One statement may take as long as the largest table needs.
        var settings = new NpgsqlConnectionStringBuilder(PostgresBookDatabase.Complete(connectionString))
        {
            CommandTimeout = 0,
            Pooling = false,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            var target = new PostgresTarget(connection, await connection.BeginTransactionAsync(cancellation));
            await target.TakeAsync(tables, cancellation);
            return target;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes everything that a reader reads, by binary COPY.</summary>
    public async Task CopyAsync(BookTable table, TableReader rows, CancellationToken cancellation)
    {
        await using var importer = await _connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
            cancellation
        );
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            await importer.WriteRowAsync(cancellation, row);
        }

        await importer.CompleteAsync(cancellation);
    }

    /// <summary>Reads a table back.</summary>
    public async Task<TableSum> SumAsync(BookTable table, CancellationToken cancellation)
    {
        using var reader = new TableReader(table, _connection, _transaction);
        return await reader.SumAsync(cancellation);
    }

    /// <summary>Lets columns that number their rows go on behind the largest number.</summary>
    public async Task SetSequencesAsync(BookTable table, CancellationToken cancellation)
    {
        foreach (var column in table.Columns.Where(c => c.Value is BookValue.Long or BookValue.Integer))
        {
            await RunAsync(
                $"""
                SELECT setval(sequence, (SELECT COALESCE(MAX("{column.Name}"),0)+1 FROM "{table.Name}"), false)
                FROM pg_get_serial_sequence('"{table.Name}"', '{column.Name}') AS sequence WHERE sequence IS NOT NULL
                """,
                cancellation
            );
        }
    }

    /// <summary>Writes a value that all servers share, unless one of this name was copied.</summary>
    /// <returns>True when it was written.</returns>
    public async Task<bool> SettleAsync(string name, string value, CancellationToken cancellation) =>
        await RunAsync(
            "INSERT INTO house_values(name,value) VALUES(@name,@value) ON CONFLICT(name) DO NOTHING",
            cancellation,
            new NpgsqlParameter("name", name),
            new NpgsqlParameter("value", value)
        ) == 1;

    public Task CommitAsync() => _transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task TakeAsync(IReadOnlyList<BookTable> tables, CancellationToken cancellation)
    {
        try
        {
            // A move that was killed lets go of the tables soon, in the middle of a long statement too.
            await RunAsync(
                "SET LOCAL lock_timeout='10s'; SET LOCAL client_connection_check_interval='2s'",
                cancellation
            );
            var names = string.Join(',', tables.Select(table => $"\"{table.Name}\""));
            await RunAsync($"LOCK TABLE {names} IN EXCLUSIVE MODE", cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new MovingException("The PostgreSQL database is in use: stop every server on it.", e);
        }

        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT 1 FROM \"{table.Name}\" LIMIT 1", _connection);
            if (await command.ExecuteScalarAsync(cancellation) is not null)
            {
                throw new MovingException(
                    $"The PostgreSQL database is not empty: there are rows in {table.Name}. Name an empty one."
                );
            }
        }
    }

    private async Task<int> RunAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, _connection, _transaction);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

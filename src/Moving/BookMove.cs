using Microsoft.Data.Sqlite;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Moving.Tables;

namespace Troubadour.Moving;

/// <summary>
/// Moves books from a SQLite file, which nobody else may use meanwhile, into an empty PostgreSQL database: everything or nothing, so it
/// can be tried again after any end.
/// </summary>
/// <param name="source">The SQLite file.</param>
/// <param name="target">How to connect to PostgreSQL.</param>
/// <param name="clock">The time.</param>
public sealed class BookMove(string source, string target, TimeProvider clock)
{
    /// <summary>The name by which servers share the secret that signs webhooks.</summary>
    public const string WebhookSecret = "webhook-secret";

    private const int Busy = 5;

    /// <summary>
    /// Brings both schemas to this program's, puts tasks that were being made back in the queue, and makes sure that the target is empty.
    /// </summary>
    /// <returns>How many tasks were put back.</returns>
    /// <exception cref="MovingException">The target is not empty, or somebody is at work there.</exception>
    public async Task<int> PrepareAsync(CancellationToken cancellation = default)
    {
        await using (var there = new PostgresBookDatabase(target))
        {
            await there.MigrateAsync(cancellation);
        }

        await using (await PostgresTarget.OpenAsync(target, BookTables.InOrder(), cancellation)) { }
        await using var here = new SqliteBookDatabase(source);
        await here.MigrateAsync(cancellation);
        return await new WorkBook(here, clock).ReleaseAllAsync(cancellation);
    }

    /// <summary>Copies every table in one transaction, reads it back, and commits when counts and checksums are equal.</summary>
    /// <param name="webhookSecret">The secret that signs webhooks; null where the source has none of its own.</param>
    /// <param name="cancellation">Ends the copying; the target stays empty.</param>
    /// <exception cref="MovingException">The target is not empty, one of both is in use, or a table is not the same on both sides.</exception>
    public async Task<MovedBooks> CopyAsync(string? webhookSecret, CancellationToken cancellation = default)
    {
        var tables = BookTables.InOrder();
        await using var there = await PostgresTarget.OpenAsync(target, tables, cancellation);
        await using var here = new SqliteConnection($"Data Source={source};Default Timeout=5;Pooling=False");
        await here.OpenAsync(cancellation);
        await using var reading = Lock(here);
        var sums = new List<TableSum>();
        var replaced = 0L;
        foreach (var table in tables)
        {
            using var rows = new TableReader(table, here, reading);
            await there.CopyAsync(table, rows, cancellation);
            await there.SetSequencesAsync(table, cancellation);
            sums.Add(rows.Sum());
            replaced += rows.Replaced;
        }

        await CompareAsync(there, tables, sums, cancellation);
        var hasSettled =
            webhookSecret is not null && await there.SettleAsync(WebhookSecret, webhookSecret, cancellation);
        await there.CommitAsync();
        return new MovedBooks(sums, replaced, hasSettled);
    }

    // Held for writing although it is only read: a command that writes meanwhile would write what is left behind.
    private static SqliteTransaction Lock(SqliteConnection connection)
    {
        try
        {
            return connection.BeginTransaction(deferred: false);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            throw new MovingException("The SQLite database is in use by another program.", e);
        }
    }

    private static async Task CompareAsync(
        PostgresTarget there,
        IReadOnlyList<BookTable> tables,
        List<TableSum> sums,
        CancellationToken cancellation
    )
    {
        foreach (var (table, sum) in tables.Zip(sums))
        {
            var copied = await there.SumAsync(table, cancellation);
            if (copied != sum)
            {
                throw new MovingException(
                    $"Nothing was moved: {table.Name} has {sum.Rows} rows with checksum {sum.Sha256[..12]} here, "
                        + $"and {copied.Rows} with {copied.Sha256[..12]} there."
                );
            }
        }
    }
}

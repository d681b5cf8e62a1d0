using Dapper;
using Npgsql;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Moving.Tables;

namespace Troubadour.Moving.Tests;

/// <summary>No table and no column of the books is forgotten.</summary>
[Collection(PostgresTests.Name)]
public sealed class BookTablesTests(PostgresServer server)
{
    [Fact]
    public async Task Every_table_of_both_databases_is_known()
    {
        await using var shop = await Shop.OpenAsync(finished: 2, failed: 1, cancelled: 1, open: 0);
        var known = BookTables.InOrder().Select(table => table.Name).Order(StringComparer.Ordinal).ToList();
        var sqlite = await shop.Database.ReadAsync(c =>
            c.Query<string>("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'").ToList()
        );
        Assert.Equal(known, sqlite.Where(IsBook).Order(StringComparer.Ordinal));
        await using var connection = await PostgresAsync();
        var postgres = await connection.QueryAsync<string>(
            "SELECT table_name FROM information_schema.tables WHERE table_schema='public'"
        );
        Assert.Equal(known, postgres.Where(IsBook).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_column_is_known()
    {
        await using var connection = await PostgresAsync();
        foreach (var table in BookTables.InOrder())
        {
            var columns = await connection.QueryAsync<string>(
                "SELECT column_name FROM information_schema.columns WHERE table_name=@Name AND table_schema='public'",
                table
            );
            Assert.Equal(
                columns.Order(StringComparer.Ordinal),
                table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_table_stands_behind_those_that_it_refers_to()
    {
        var order = BookTables.InOrder().Select(table => table.Name).ToList();
        await using var connection = await PostgresAsync();
        var keys = await connection.QueryAsync<(string From, string To)>(
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype='f'"
        );
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.InRange(order.IndexOf(key.To), 0, order.IndexOf(key.From) - 1));
    }

    private static bool IsBook(string table) => !table.StartsWith("__EF", StringComparison.Ordinal);

    private async Task<NpgsqlConnection> PostgresAsync()
    {
        var text = await server.Peer.CreateDatabaseAsync();
        await using (var database = new PostgresBookDatabase(text))
        {
            await database.MigrateAsync();
        }

        var connection = new NpgsqlConnection(text);
        await connection.OpenAsync();
        return connection;
    }
}

using Dapper;
using Microsoft.EntityFrameworkCore;
using Troubadour.Bookkeeping.Postgres;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>The books in a real PostgreSQL database.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresBookTests(PostgresServer server) : BookContract
{
    private string _connection = "";

    [Fact]
    public void The_migrations_are_up_to_date_with_the_model()
    {
        using var context = new PostgresContextFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Servers_that_start_at_once_bring_the_schema_up_together()
    {
        var connection = await server.Peer.CreateDatabaseAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ =>
                {
                    await using var database = new PostgresBookDatabase(connection);
                    await database.MigrateAsync();
                    await new KeyBook(database, TimeProvider.System).EnsureAsync("operators-own-key", 10);
                })
        );
        await using var books = new PostgresBookDatabase(connection);
        Assert.Single(await new KeyBook(books, TimeProvider.System).ListAsync());
    }

    [Fact]
    public async Task Servers_share_what_an_account_can_pay()
    {
        await using var beside = new PostgresBookDatabase(_connection);
        var key = await new KeyBook(Database, TimeProvider.System).CreateAsync("test", 500);
        var caller = new Caller(key.Id, key.AccountId);
        var books = new[] { Database, beside }.Select(d => new TaskBook(d, TimeProvider.System)).ToArray();
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    books[i % 2].CreateAsync(new NewTask(caller, "nuro", "vocal", "{}", 10), new QueueLimits(1_000, 40))
                )
        );
        Assert.Equal(40, outcomes.Count(o => o.Verdict == CreateVerdict.Created));
        Assert.Equal(160, outcomes.Count(o => o.Verdict == CreateVerdict.QueueFull));
    }

    [Fact]
    public async Task A_connection_that_broke_in_the_pool_is_not_told_to_the_reader()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Database.ReadAsync(c => c.Execute("SELECT pg_sleep(.05)")).AsTask())
        );
        await Database.WriteAsync(t =>
            t.Execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname=current_database() AND pid<>pg_backend_pid()"
            )
        );
        var counts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Database.ReadAsync(c => c.ExecuteScalar<int>("SELECT 1")).AsTask())
        );
        Assert.Equal(8, counts.Sum());
    }

    [Theory]
    [InlineData("Host=db;Database=x", 16)]
    [InlineData("Host=db;Database=x;Maximum Pool Size=3", 3)]
    public void What_a_connection_string_leaves_open_is_filled_in(string given, int pool) =>
        Assert.Contains($"Maximum Pool Size={pool}", PostgresBookDatabase.Complete(given), StringComparison.Ordinal);

    protected override async Task<IBookDatabase> OpenAsync()
    {
        _connection = await server.Peer.CreateDatabaseAsync();
        return new PostgresBookDatabase(_connection);
    }
}

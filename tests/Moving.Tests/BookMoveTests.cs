using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Moving.Tables;

namespace Troubadour.Moving.Tests;

/// <summary>Books are moved from a real SQLite file into a real PostgreSQL database.</summary>
[Collection(PostgresTests.Name)]
public sealed class BookMoveTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly QueueLimits Roomy = new(100_000, 100_000);

    private string _target = "";

    public async Task InitializeAsync() => _target = await server.Peer.CreateDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_thousand_tasks_and_two_hundred_clips_are_moved_while_ten_tasks_are_open()
    {
        await using var shop = await Shop.OpenAsync(finished: 200, failed: 400, cancelled: 389, open: 10);
        var move = Move(shop);
        Assert.Equal(5, await move.PrepareAsync());
        var moved = await move.CopyAsync(webhookSecret: null);
        Assert.All(moved.Tables, sum => Assert.True(sum.Rows > 0, $"There is nothing in {sum.Table} to be moved."));
        Assert.Equal(1000, moved.Tables.Single(sum => sum.Table == "tasks").Rows);
        Assert.Equal((0L, false), (moved.Replaced, moved.HasSettledSecret));

        Assert.Equal(moved.Tables, await SumsAsync(new SqliteConnection($"Data Source={shop.File}")));
        Assert.Equal(moved.Tables, await SumsAsync(new NpgsqlConnection(_target)));
        await using var database = new PostgresBookDatabase(_target);
        Assert.Empty(await new LedgerAudit(database).FindFaultsAsync());
        var keys = new KeyBook(database, TimeProvider.System);
        Assert.Equal(new Caller(shop.Key.Id, shop.Key.AccountId), await keys.FindAsync(shop.Key.Secret));
        Assert.Null(await keys.FindAsync(shop.Revoked.Secret));
        await GoOnAsync(shop, database);
    }

    [Theory]
    [InlineData("UPDATE ledger SET amount=0")]
    [InlineData("DELETE FROM audit")]
    [InlineData("UPDATE accounts SET credits=-1")]
    [InlineData("DELETE FROM accounts")]
    public async Task Moved_books_refuse_to_be_spoilt(string sql)
    {
        await using var shop = await SmallAsync();
        await MoveAsync(shop);
        await using var database = new PostgresBookDatabase(_target);
        await Assert.ThrowsAnyAsync<DbException>(() => database.WriteAsync(t => t.Execute(sql)));
    }

    [Fact]
    public async Task A_move_that_was_ended_in_the_middle_can_be_done_again()
    {
        await using var shop = await SmallAsync();
        var move = Move(shop);
        await move.PrepareAsync();
        await HinderAsync("PERFORM pg_sleep(600);");
        using var stop = new CancellationTokenSource();
        var first = move.CopyAsync("secret", stop.Token);
        while (
            await ScalarAsync(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event='PgSleep' AND datname=current_database()"
            ) == 0
        )
        {
            Assert.False(first.IsCompleted);
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(0, await ScalarAsync("SELECT COUNT(*) FROM accounts"));
        await MoveAgainAsync(shop);
    }

    [Fact]
    public async Task A_move_that_the_database_ended_in_the_middle_can_be_done_again()
    {
        await using var shop = await SmallAsync();
        await Move(shop).PrepareAsync();
        await HinderAsync("PERFORM pg_terminate_backend(pg_backend_pid());");
        await Assert.ThrowsAnyAsync<DbException>(() => Move(shop).CopyAsync(null));
        Assert.Equal(0, await ScalarAsync("SELECT COUNT(*) FROM accounts"));
        await MoveAgainAsync(shop);
    }

    [Theory]
    [InlineData("NEW.title = NEW.title || ' '; RETURN NEW;")]
    [InlineData("IF NEW.position = 0 THEN RETURN NULL; END IF; RETURN NEW;")]
    public async Task A_row_that_changes_or_vanishes_on_its_way_is_noticed(string act)
    {
        await using var shop = await SmallAsync();
        await Move(shop).PrepareAsync();
        // Without clips nothing may refer to them.
        await shop.ExecuteAsync("DELETE FROM personas; DELETE FROM blobs");
        await RunAsync(
            $"CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {act} END $$;"
                + "CREATE TRIGGER spoil BEFORE INSERT ON clips FOR EACH ROW EXECUTE FUNCTION spoil()"
        );
        var refused = await Assert.ThrowsAsync<MovingException>(() => Move(shop).CopyAsync(null));
        Assert.Contains("clips", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await ScalarAsync("SELECT COUNT(*) FROM accounts"));
    }

    [Fact]
    public async Task A_target_that_is_not_empty_is_refused_and_left_alone()
    {
        await using var shop = await SmallAsync();
        await using var database = new PostgresBookDatabase(_target);
        await database.MigrateAsync();
        await new KeyBook(database, TimeProvider.System).CreateAsync("other", 3);
        await Assert.ThrowsAsync<MovingException>(() => Move(shop).PrepareAsync());
        await Assert.ThrowsAsync<MovingException>(() => Move(shop).CopyAsync(null));
        Assert.Equal(1, await ScalarAsync("SELECT COUNT(*) FROM accounts"));
        var running = await shop.Database.ReadAsync(c =>
            c.ExecuteScalar<long>("SELECT COUNT(*) FROM tasks WHERE state='running'")
        );
        Assert.Equal(2, running);
    }

    [Fact]
    public async Task A_source_that_somebody_writes_to_is_refused()
    {
        await using var shop = await SmallAsync();
        await Move(shop).PrepareAsync();
        await using var other = new SqliteConnection($"Data Source={shop.File};Pooling=False");
        await other.OpenAsync();
        await using (other.BeginTransaction(deferred: false))
        {
            var refused = await Assert.ThrowsAsync<MovingException>(() => Move(shop).CopyAsync(null));
            Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        }

        await Move(shop).CopyAsync(null);
    }

    [Fact]
    public async Task The_secret_of_webhooks_is_shared_from_then_on_unless_one_is()
    {
        await using var shop = await SmallAsync();
        await Move(shop).PrepareAsync();
        Assert.True((await Move(shop).CopyAsync("mine")).HasSettledSecret);
        await using var database = new PostgresBookDatabase(_target);
        Assert.Equal("mine", await new HouseBook(database, TimeProvider.System).SettleAsync("webhook-secret", "other"));

        await new HouseBook(shop.Database, TimeProvider.System).SettleAsync("webhook-secret", "shared");
        _target = await server.Peer.CreateDatabaseAsync();
        await Move(shop).PrepareAsync();
        Assert.False((await Move(shop).CopyAsync("mine")).HasSettledSecret);
        await using var again = new PostgresBookDatabase(_target);
        Assert.Equal("shared", await new HouseBook(again, TimeProvider.System).SettleAsync("webhook-secret", "other"));
    }

    [Fact]
    public async Task Text_that_postgresql_cannot_hold_is_replaced_and_counted()
    {
        await using var shop = await SmallAsync();
        await shop.ExecuteAsync("UPDATE clips SET lyrics='a'||char(0)||'b' WHERE state='succeeded'");
        await Move(shop).PrepareAsync();
        var moved = await Move(shop).CopyAsync(null);
        Assert.Equal(4, moved.Replaced);
        Assert.Equal(4, await ScalarAsync("SELECT COUNT(*) FROM clips WHERE lyrics='a\uFFFDb'"));
    }

    private static Task<Shop> SmallAsync() => Shop.OpenAsync(finished: 4, failed: 2, cancelled: 2, open: 4);

    private static async Task<IReadOnlyList<TableSum>> SumsAsync(DbConnection connection)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            return await TableSum.OfAllAsync(connection);
        }
    }

    private async Task GoOnAsync(Shop shop, PostgresBookDatabase database)
    {
        var work = new WorkBook(database, TimeProvider.System);
        var open = await work.OpenAsync("", 100);
        Assert.Equal(shop.Open, open.Select(task => task.Id));
        Assert.Equal(10, await ScalarAsync("SELECT COUNT(*) FROM tasks WHERE state='queued'"));
        Assert.Equal(10, await ScalarAsync("SELECT COUNT(*) FROM clips WHERE state='queued'"));
        foreach (var task in open)
        {
            var claimed = await work.ClaimAsync(task.Id, "there");
            Assert.Equal(0, claimed!.Crashes);
            Assert.True(await work.FailAsync(task.Id, claimed.Attempt, "api_error", "no"));
        }

        // Rows with fresh numbers in each table that numbers its rows: ledger and audit, then tries.
        await new KeyBook(database, TimeProvider.System).TopUpAsync(shop.Key.Id, 10, 0);
        var create = new NewTask(new Caller(shop.Key.Id, shop.Key.AccountId), "nuro", "vocal", "{}", 10);
        Assert.Equal(
            CreateVerdict.Created,
            (await new TaskBook(database, TimeProvider.System).CreateAsync(create, Roomy)).Verdict
        );
        var hooks = new WebhookBook(database, TimeProvider.System);
        var due = await hooks.ClaimAsync(1, 1, new Dictionary<string, int>(), TimeSpan.FromMinutes(1));
        await hooks.RecordAsync(Assert.Single(due), new WebhookOutcome(1, 1, 200, null), [10]);
        Assert.Empty(await new LedgerAudit(database).FindFaultsAsync());
    }

    private BookMove Move(Shop shop) => new(shop.File, _target, TimeProvider.System);

    private async Task MoveAsync(Shop shop)
    {
        await Move(shop).PrepareAsync();
        await Move(shop).CopyAsync(null);
    }

    private async Task MoveAgainAsync(Shop shop)
    {
        await RunAsync("DROP TRIGGER hinder ON webhook_tries");
        await MoveAsync(shop);
        Assert.Equal(12, await ScalarAsync("SELECT COUNT(*) FROM tasks WHERE family='nuro'"));
    }

    // Webhook tries come late in the order of tables: most of the books are on their way by then.
    private Task HinderAsync(string act) =>
        RunAsync(
            $"CREATE FUNCTION hinder() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {act} RETURN NULL; END $$;"
                + "CREATE TRIGGER hinder BEFORE INSERT ON webhook_tries FOR EACH STATEMENT EXECUTE FUNCTION hinder()"
        );

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_target);
        await connection.ExecuteAsync(sql);
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_target);
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}

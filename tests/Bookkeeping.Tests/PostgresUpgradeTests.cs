using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Troubadour.Bookkeeping.Postgres;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>Books of an earlier release in PostgreSQL are brought up to this one with everything in them.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresUpgradeTests(PostgresServer server)
{
    [Fact]
    public async Task Open_tasks_of_the_first_schema_go_on()
    {
        var connection = await server.Peer.CreateDatabaseAsync();
        await FirstSchemaAsync(connection);
        await using var database = new PostgresBookDatabase(connection);
        await database.MigrateAsync();
        var open = Assert.Single(await new WorkBook(database, TimeProvider.System).OpenAsync("", 10));
        Assert.Equal(("t1", 0), (open.Id, open.Round));
        var claimed = await new WorkBook(database, TimeProvider.System).ClaimAsync("t1", "a");
        Assert.Equal((2, null), (claimed!.Attempt, claimed.DroppedFor));
        var outcome = await new TaskBook(database, TimeProvider.System).CreateAsync(
            new NewTask(new Caller("k", "a"), "nuro", "vocal", "{}", 0),
            new QueueLimits(10, 10)
        );
        Assert.Equal(1, outcome.Round);
        Assert.Empty(await new LedgerAudit(database).FindFaultsAsync());
    }

    private static async Task FirstSchemaAsync(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresBookkeepingContext>().UseNpgsql(connection).Options;
        await using var context = new PostgresBookkeepingContext(options);
        await context.GetService<IMigrator>().MigrateAsync("Start");
        await using var books = new NpgsqlConnection(connection);
        await books.ExecuteAsync(
            """
            INSERT INTO accounts(id,name,credits,extra_credits,open_tasks,created_at) VALUES('a','a',0,0,1,0);
            INSERT INTO tasks(id,account_id,key_id,family,action,plan,base_url,state,attempt,crashes,progress,cost,created_at)
            VALUES('t1','a','k','nuro','vocal','{}','','running',1,0,40,0,1);
            """
        );
    }
}

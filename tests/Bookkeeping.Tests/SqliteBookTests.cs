using Dapper;
using Microsoft.EntityFrameworkCore;
using Troubadour.Bookkeeping.Sqlite;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>The books in a real SQLite file.</summary>
public sealed class SqliteBookTests : BookContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-books-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_migrations_are_up_to_date_with_the_model()
    {
        using var context = new SqliteContextFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_log_is_written_ahead_and_every_commit_is_synced()
    {
        Assert.Equal("wal", await Database.ReadAsync(c => c.ExecuteScalar<string>("PRAGMA journal_mode")));
        Assert.Equal(2, await Database.WriteAsync(t => t.QueryFirstOrDefault<int>("PRAGMA synchronous")));
    }

    [Fact]
    public async Task A_second_process_can_write_beside_a_running_server()
    {
        await using var beside = new SqliteBookDatabase(Path.Combine(_folder, "books.db"));
        var (ours, theirs) = (new KeyBook(Database, TimeProvider.System), new KeyBook(beside, TimeProvider.System));
        var keys = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? ours : theirs).CreateAsync($"key {i}", 1))
        );
        Assert.Equal(60, (await ours.ListAsync()).Select(k => k.Id).Intersect(keys.Select(k => k.Id)).Count());
    }

    /// <summary>SQLite ends a transaction by itself where there is no room, in the middle of what is written together.</summary>
    [Fact]
    public async Task A_full_disk_fails_writes_as_a_database_does_and_later_ones_go_on()
    {
        await Database.WriteAsync(t =>
            t.Execute($"PRAGMA max_page_count={t.QueryFirstOrDefault<int>("PRAGMA page_count") + 4}")
        );
        var text = new string('x', 3_000);
        var writes = Enumerable.Range(0, 100).Select(_ => AuditAsync(text)).ToList();
        var faults = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
            }
            catch (System.Data.Common.DbException)
            {
                faults++;
            }
        }

        Assert.InRange(faults, 90, 100);
        var kept = await Database.ReadAsync(c => c.ExecuteScalar<int>("SELECT COUNT(*) FROM audit"));
        Assert.Equal(100 - faults, kept);
        await Database.WriteAsync(t => t.Execute("PRAGMA max_page_count=100000"));
        Assert.Equal(1, await AuditAsync(text));
    }

    private Task<int> AuditAsync(string text) =>
        Database.WriteAsync(t =>
            t.Execute("INSERT INTO audit(at,action,target,detail) VALUES(0,'try','',@text)", new { text })
        );

    protected override Task<IBookDatabase> OpenAsync() =>
        Task.FromResult<IBookDatabase>(new SqliteBookDatabase(Path.Combine(_folder, "books.db")));
}

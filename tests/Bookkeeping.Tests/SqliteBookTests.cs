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

    protected override Task<IBookDatabase> OpenAsync() =>
        Task.FromResult<IBookDatabase>(new SqliteBookDatabase(Path.Combine(_folder, "books.db")));
}

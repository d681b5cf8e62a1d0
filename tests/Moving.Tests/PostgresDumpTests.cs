using System.Diagnostics;
using Dapper;
using Npgsql;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Moving.Tables;

namespace Troubadour.Moving.Tests;

/// <summary>Books in PostgreSQL come back whole from its own tools.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresDumpTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-dump-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_dump_is_restored_to_the_same_books()
    {
        await using var shop = await Shop.OpenAsync(finished: 20, failed: 5, cancelled: 5, open: 4);
        var (source, target) = (await server.Peer.CreateDatabaseAsync(), await server.Peer.CreateDatabaseAsync());
        await new BookMove(shop.File, source, TimeProvider.System).PrepareAsync();
        var moved = await new BookMove(shop.File, source, TimeProvider.System).CopyAsync("secret");
        var dump = Path.Combine(_folder, "books.dump");
        await RunAsync("pg_dump", source, "--format=custom", $"--file={dump}");
        await RunAsync("pg_restore", target, "--exit-on-error", "--single-transaction", dump);

        Assert.Equal(await SumsAsync(source), await SumsAsync(target));
        await using var database = new PostgresBookDatabase(target);
        await database.MigrateAsync();
        var report = await new BookVerification(database, shop.Store, isDeep: true).RunAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(38, report.Files.Good);
        Assert.Equal(moved.Tables.Sum(sum => sum.Rows) + 1, report.Tables.Sum(table => table.Rows));
        var keys = new KeyBook(database, TimeProvider.System);
        Assert.True(await keys.TopUpAsync(shop.Key.Id, 1, 1));
        await Assert.ThrowsAsync<PostgresException>(() => database.WriteAsync(t => t.Execute("DELETE FROM ledger")));
    }

    [Fact]
    public async Task What_is_wrong_with_restored_books_is_found()
    {
        await using var shop = await Shop.OpenAsync(finished: 5, failed: 1, cancelled: 1, open: 2);
        var target = await server.Peer.CreateDatabaseAsync();
        await new BookMove(shop.File, target, TimeProvider.System).PrepareAsync();
        await new BookMove(shop.File, target, TimeProvider.System).CopyAsync(null);
        await using var database = new PostgresBookDatabase(target);
        await database.WriteAsync(t => t.Execute("UPDATE accounts SET open_tasks=open_tasks+1 WHERE name='good'"));
        var song = (await shop.SongsAsync())[0];
        File.Delete(shop.PathOf(song, "wav"));
        var report = await new BookVerification(database, shop.Store, isDeep: false).RunAsync();
        Assert.Equal(2, report.Faults.Count);
        Assert.Contains(shop.Key.AccountId, report.Faults[0], StringComparison.Ordinal);
        Assert.Equal($"file {song}/1/song.wav is missing", report.Faults[1]);
    }

    private static async Task<IReadOnlyList<TableSum>> SumsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return await TableSum.OfAllAsync(connection);
    }

    private static async Task RunAsync(string program, string connectionString, params string[] arguments)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        var folder = Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last();
        var start = new ProcessStartInfo(Path.Combine(folder, "bin", program)) { RedirectStandardError = true };
        string[] connect = [$"--host={place.Host}", $"--port={place.Port}", $"--username={place.Username}"];
        foreach (var argument in (string[])[.. connect, $"--dbname={place.Database}", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
    }
}

using Troubadour.Bookkeeping.Sqlite;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>The same on a real SQLite file, which one server uses.</summary>
public sealed class SqliteClusterTests : ClusterContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-cluster-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Task<IBookDatabase> OpenAsync() =>
        Task.FromResult<IBookDatabase>(new SqliteBookDatabase(Path.Combine(_folder, "books.db")));
}

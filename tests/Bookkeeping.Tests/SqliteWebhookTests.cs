using Troubadour.Bookkeeping.Sqlite;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>Webhooks in a real SQLite file.</summary>
public sealed class SqliteWebhookTests : WebhookContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-webhooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Task<IBookDatabase> OpenAsync() =>
        Task.FromResult<IBookDatabase>(new SqliteBookDatabase(Path.Combine(_folder, "books.db")));
}

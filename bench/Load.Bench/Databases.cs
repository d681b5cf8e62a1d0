using Troubadour.Peers;

namespace Troubadour.Load.Bench;

/// <summary>Both of them, PostgreSQL with all its durability.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly PostgresPeer _peer;

    private Databases(PostgresPeer peer)
    {
        _peer = peer;
        Postgres = new Database("PostgreSQL", peer);
    }

    public Database Sqlite { get; } = new("SQLite", null);

    public Database Postgres { get; }

    public IReadOnlyList<Database> All => [Sqlite, Postgres];

    public static async Task<Databases> StartAsync() =>
        new(await PostgresPeer.StartAsync("max_connections=200", "fsync=on", "synchronous_commit=on"));

    public ValueTask DisposeAsync() => _peer.DisposeAsync();
}

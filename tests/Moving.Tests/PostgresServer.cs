using Troubadour.Peers;

namespace Troubadour.Moving.Tests;

/// <summary>One PostgreSQL server for all tests; each test has a database of its own.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public PostgresPeer Peer { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Peer = await PostgresPeer.StartAsync("fsync=off", "max_connections=100", "shared_buffers=64MB");

    public async Task DisposeAsync() => await Peer.DisposeAsync();
}

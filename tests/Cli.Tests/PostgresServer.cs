using Troubadour.Peers;

namespace Troubadour.Cli.Tests;

/// <summary>One PostgreSQL server for all tests of a class; each test has a database of its own.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public PostgresPeer Peer { get; private set; } = null!;

    public async Task InitializeAsync() => Peer = await PostgresPeer.StartAsync("fsync=off", "shared_buffers=32MB");

    public async Task DisposeAsync() => await Peer.DisposeAsync();
}

using Troubadour.Bookkeeping.Postgres;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>Servers on one real PostgreSQL database.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresClusterTests(PostgresServer server) : ClusterContract
{
    protected override async Task<IBookDatabase> OpenAsync() =>
        new PostgresBookDatabase(await server.Peer.CreateDatabaseAsync());
}

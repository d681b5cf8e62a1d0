using Troubadour.Bookkeeping.Postgres;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>Webhooks in a real PostgreSQL database.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresWebhookTests(PostgresServer server) : WebhookContract
{
    protected override async Task<IBookDatabase> OpenAsync() =>
        new PostgresBookDatabase(await server.Peer.CreateDatabaseAsync());
}

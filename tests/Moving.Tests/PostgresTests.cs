namespace Troubadour.Moving.Tests;

/// <summary>Names the server that test classes share.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}

namespace Troubadour.Server.Tests;

/// <summary>Names the server that test classes share.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServerTests : ICollectionFixture<SharedServer>
{
    public const string Name = "shared server";
}

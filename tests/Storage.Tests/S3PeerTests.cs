using Troubadour.Peers;

namespace Troubadour.Storage.Tests;

/// <summary>Names the S3 peer that test classes share; each test has a folder of its own in it.</summary>
[CollectionDefinition(Name)]
public sealed class S3PeerTests : ICollectionFixture<S3Peer>
{
    public const string Name = "S3 peer";
}

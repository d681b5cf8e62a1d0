using Troubadour.Peers;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>Sweeps of an S3 store.</summary>
public sealed class S3SweepTests(S3Peer peer) : SweepContract, IClassFixture<S3Peer>
{
    private TestServer _server = null!;

    protected override TestServer Server => _server;

    public override async Task InitializeAsync() =>
        _server = await S3Server.StartAsync(peer, $"--Troubadour:Blobs:Prefix=s{Guid.NewGuid():N}");

    public override async Task DisposeAsync() => await _server.DisposeAsync();
}

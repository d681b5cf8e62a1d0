using Troubadour.Peers;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>A server whose files lie in an S3 peer, for the tests of one class.</summary>
public sealed class S3Server : IAsyncLifetime
{
    public S3Peer Peer { get; } = new();

    public TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Peer.InitializeAsync();
        Server = await StartAsync(Peer);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Peer.DisposeAsync();
    }

    public static Task<TestServer> StartAsync(S3Peer peer, params string[] settings) =>
        TestServer.StartAsync([
            "--Troubadour:Workers=2",
            "--Troubadour:Queue:ReconcileSeconds=1",
            "--Troubadour:Blobs:Kind=s3",
            $"--Troubadour:Blobs:Endpoint={peer.Endpoint}",
            $"--Troubadour:Blobs:Bucket={S3Peer.Bucket}",
            "--Troubadour:Blobs:Prefix=the/songs",
            $"--Troubadour:Blobs:AccessKey={S3Peer.AccessKey}",
            $"--Troubadour:Blobs:SecretKey={S3Peer.SecretKey}",
            "--Troubadour:Blobs:PathStyle=true",
            .. settings,
        ]);
}

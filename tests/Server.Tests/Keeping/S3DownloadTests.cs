using Troubadour.Server.Tests.Http;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>Songs from an S3 store, through the server.</summary>
public sealed class S3DownloadTests(S3Server shared) : DownloadContract, IClassFixture<S3Server>
{
    protected override TestServer Server => shared.Server;
}

namespace Troubadour.Server.Tests.Http;

/// <summary>Songs from a folder.</summary>
[Collection(SharedServerTests.Name)]
public sealed class StorageTests(SharedServer shared) : DownloadContract
{
    protected override TestServer Server => shared.Server;
}

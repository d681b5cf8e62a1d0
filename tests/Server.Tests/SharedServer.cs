namespace Troubadour.Server.Tests;

/// <summary>One server for all tests that leave it as they found it.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartAsync(["--Troubadour:Workers=2"]);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;
using Troubadour.Server.Working;
using Troubadour.TestWorker;

namespace Troubadour.Server.Tests;

/// <summary>The real host on a real socket, with real worker processes whose engine hums.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly List<HttpClient> _clients = [];
    private readonly bool _ownsFolder;
    private readonly WebApplication _app;

    private TestServer(WebApplication app, string folder, bool ownsFolder)
    {
        _app = app;
        Folder = folder;
        _ownsFolder = ownsFolder;
        Address = new Uri(app.Urls.First());
    }

    public string Folder { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public KeyBook Keys => Services.GetRequiredService<KeyBook>();

    /// <summary>The test worker's executable, built beside the tests.</summary>
    public static string WorkerPath { get; } = Path.Combine(AppContext.BaseDirectory, "Troubadour.TestWorker");

    public static async Task<TestServer> StartAsync(
        string[]? settings = null,
        string? folder = null,
        WorkerCommand? worker = null,
        Action<IServiceCollection>? configure = null
    )
    {
        var root = folder ?? Directory.CreateTempSubdirectory("troubadour-server-").FullName;
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            $"--Troubadour:DataDirectory={root}",
            "--Logging:LogLevel:Default=None",
            .. settings ?? [],
        ];
        var app = TroubadourHost.Build(
            args,
            new SineEngineFactory(),
            services =>
            {
                services.AddSingleton(worker ?? new WorkerCommand(WorkerPath, ["worker"]));
                services.AddSingleton(TextWriter.Null);
                configure?.Invoke(services);
            }
        );
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new TestServer(app, root, folder is null);
    }

    /// <summary>A client with a key of its own.</summary>
    public async Task<Api> ClientAsync(long credits = 1_000, long extra = 0)
    {
        var key = await Keys.CreateAsync("test", credits, extra);
        return ClientOf(key.Secret);
    }

    public Api ClientOf(string? key)
    {
        var http = new HttpClient { BaseAddress = Address };
        _clients.Add(http);
        return new Api(http, key);
    }

    /// <summary>What workers are to make for a task.</summary>
    internal async Task<TaskPlan> PlanAsync(string taskId)
    {
        var json = await Services
            .GetRequiredService<IBookDatabase>()
            .ReadAsync(connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT plan FROM tasks WHERE id = @id";
                var id = command.CreateParameter();
                (id.ParameterName, id.Value) = ("@id", taskId);
                command.Parameters.Add(id);
                return (string)command.ExecuteScalar()!;
            });
        return TaskPlan.Read(json);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        try
        {
            Assert.Empty(await Services.GetRequiredService<LedgerAudit>().FindFaultsAsync());
        }
        finally
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            if (_ownsFolder)
            {
                Directory.Delete(Folder, recursive: true);
            }
        }
    }
}

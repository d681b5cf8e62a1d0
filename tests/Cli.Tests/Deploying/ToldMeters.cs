using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Engine;
using Troubadour.Server;
using Troubadour.Server.Telemetry;
using Troubadour.Server.Working;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>What a real server tells Prometheus when each of its meters was used once.</summary>
public sealed partial class ToldMeters : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-meters-").FullName;

    /// <summary>Names, with the suffixes of histograms.</summary>
    public IReadOnlySet<string> Metrics { get; private set; } = new HashSet<string>();

    /// <summary>Labels of any of them.</summary>
    public IReadOnlySet<string> Labels { get; private set; } = new HashSet<string>();

    public async Task InitializeAsync()
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            $"--Troubadour:DataDirectory={_folder}",
            "--Troubadour:Metrics:Prometheus=true",
        ];
        var worker = new WorkerCommand(Path.Combine(AppContext.BaseDirectory, "troubadour"), ["worker"]);
        using var engine = new EngineFactory();
        await using var app = TroubadourHost.Build(settings, engine, services => services.AddSingleton(worker));
        await app.StartAsync();
        UseAll(app.Services.GetRequiredService<Meters>());
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await http.GetAsync(new Uri("/healthz", UriKind.Relative));
        var told = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        await app.StopAsync();
        Metrics = Sample().Matches(told).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Labels = Label().Matches(told).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static void UseAll(Meters meters)
    {
        meters.Depth = 1;
        meters.Busy(1);
        meters.Created("nuro");
        meters.Ended("nuro", "succeeded");
        meters.Refunded("failed");
        meters.Webhook("delivered");
        meters.Waited(TimeSpan.FromSeconds(1), "key");
        meters.Recovered(TimeSpan.FromSeconds(1));
        meters.Stage(MakeStage.Compose, TimeSpan.FromSeconds(1));
        meters.Made(30, TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex(@"(?m)^(?<name>[a-zA-Z_:][\w:]*)[{ ]", RegexOptions.CultureInvariant)]
    private static partial Regex Sample();

    [GeneratedRegex(@"[{,](?<name>[a-zA-Z_]\w*)=""", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Engine;
using Troubadour.Server;
using Troubadour.Server.Telemetry;
using Troubadour.Server.Working;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>The dashboard and the alerts ask for what the server really tells Prometheus.</summary>
public sealed partial class MeterTests : IAsyncLifetime
{
    // Of Prometheus itself, of blackbox_exporter and of node_exporter.
    private static readonly string[] ForeignMetrics = ["up", "probe_success", "node_filesystem_avail_bytes"];

    // Of Prometheus itself, of its file of settings here and of node_exporter.
    private static readonly string[] ForeignLabels = ["job", "instance", "role", "mountpoint"];

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-meters-").FullName;
    private HashSet<string> _metrics = [];
    private HashSet<string> _labels = [];

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
        _metrics = Sample().Matches(told).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        _labels = Label().Matches(told).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void Every_query_of_the_dashboard_is_answered_by_the_server()
    {
        var dashboard = JsonNode.Parse(DeployFiles.Text("grafana", "troubadour.json"))!;
        var queries = dashboard["panels"]!
            .AsArray()
            .SelectMany(panel => panel!["targets"]!.AsArray())
            .Select(target => (string)target!["expr"]!)
            .ToList();
        Assert.InRange(queries.Count, 20, 100);
        AssertKnown(string.Join('\n', queries));
    }

    [Fact]
    public void Every_alert_looks_at_what_the_server_tells() =>
        AssertKnown(DeployFiles.Text("prometheus", "alerts.yml"));

    [Fact]
    public void Every_meter_of_ours_is_on_the_dashboard()
    {
        var asked = DeployFiles.MetricsOf(DeployFiles.Text("grafana", "troubadour.json"));
        var ours = _metrics
            .Where(name => name.StartsWith("troubadour_", StringComparison.Ordinal))
            .Select(name => Suffix().Replace(name, ""))
            .Distinct();
        Assert.DoesNotContain(ours, name => !asked.Any(one => one.StartsWith(name, StringComparison.Ordinal)));
    }

    private void AssertKnown(string queries)
    {
        var metrics = DeployFiles.MetricsOf(queries);
        Assert.Contains("troubadour_queue_depth", metrics);
        Assert.Empty(metrics.Except(_metrics).Except(ForeignMetrics));
        Assert.Empty(DeployFiles.LabelsOf(queries).Except(_labels).Except(ForeignLabels));
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

    [GeneratedRegex("_(?:bucket|sum|count)$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}

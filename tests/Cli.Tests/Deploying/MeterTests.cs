using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>The dashboard and the alerts ask for what the server really tells Prometheus.</summary>
public sealed partial class MeterTests(ToldMeters told) : IClassFixture<ToldMeters>
{
    // Of Prometheus itself, of blackbox_exporter and of node_exporter.
    private static readonly string[] ForeignMetrics = ["up", "probe_success", "node_filesystem_avail_bytes"];

    // Of Prometheus itself, of its file of settings here and of node_exporter.
    private static readonly string[] ForeignLabels = ["job", "instance", "role", "mountpoint"];

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
        var ours = told
            .Metrics.Where(name => name.StartsWith("troubadour_", StringComparison.Ordinal))
            .Select(name => Suffix().Replace(name, ""))
            .Distinct();
        Assert.DoesNotContain(ours, name => !asked.Any(one => one.StartsWith(name, StringComparison.Ordinal)));
    }

    private void AssertKnown(string queries)
    {
        var metrics = DeployFiles.MetricsOf(queries);
        Assert.Contains("troubadour_queue_depth", metrics);
        Assert.Empty(metrics.Except(told.Metrics).Except(ForeignMetrics));
        Assert.Empty(DeployFiles.LabelsOf(queries).Except(told.Labels).Except(ForeignLabels));
    }

    [GeneratedRegex("_(?:bucket|sum|count)$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}

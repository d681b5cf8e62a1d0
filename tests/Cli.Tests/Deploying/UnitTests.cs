using System.Globalization;
using System.Text.RegularExpressions;
using Troubadour.Peers;
using Troubadour.Server.Settings;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>The units of systemd and the samples of settings fit the program.</summary>
public sealed partial class UnitTests
{
    // What the server allows itself after the notice and the drain.
    private const int OwnSeconds = 20;

    [Theory]
    [InlineData("troubadour.service", "troubadour.env", "all")]
    [InlineData("troubadour-api@.service", "cluster.env", "api")]
    [InlineData("troubadour-worker@.service", "cluster.env", "worker")]
    public void A_unit_with_its_settings_starts_the_role_and_waits_for_its_end(string unit, string file, string role)
    {
        var settings = Read(DeployFiles.Environment("systemd", unit), DeployFiles.Environment("env", file));
        Assert.Equal(role, settings.Role);
        Assert.Equal(role != ServerRole.All, settings.IsCluster);
        Assert.True(settings.NoticeSeconds > 0);
        var wait = int.Parse(
            StopSeconds().Match(DeployFiles.Text("systemd", unit)).Groups[1].ValueSpan,
            CultureInfo.InvariantCulture
        );
        Assert.True(wait > settings.NoticeSeconds + settings.Render.DrainSeconds + OwnSeconds);
    }

    [Fact]
    public void A_worker_node_has_settings_of_its_own()
    {
        var settings = Read(
            DeployFiles.Environment("systemd", "troubadour-worker@.service"),
            DeployFiles.Environment("env", "cluster.env"),
            DeployFiles.Environment("env", "worker.env")
        );
        Assert.Equal(1, settings.Slots);
    }

    [Theory]
    [InlineData("deploy/sample/up")]
    [InlineData("deploy/env/troubadour.env")]
    [InlineData("deploy/env/cluster.env")]
    [InlineData("deploy/env/worker.env")]
    [InlineData("docs/operations.md")]
    public void Every_setting_that_is_named_exists(string file)
    {
        var known = Names(typeof(TroubadourSettings), "").ToHashSet(StringComparer.Ordinal);
        using var engine = new EngineFactory();
        known.UnionWith(engine.Settings.Select(name => $"Engine:{name}").Append("Engine"));
        var named = Setting()
            .Matches(File.ReadAllText(Path.Combine(Script.Root, file)))
            .Select(match => match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !known.Contains(Index().Replace(name, "")));
    }

    [Fact]
    public void Every_alert_names_a_part_of_the_runbook()
    {
        var headings = Heading()
            .Matches(File.ReadAllText(Path.Combine(Script.Root, "docs", "operations.md")))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var alerts = DeployFiles.Text("prometheus", "alerts.yml");
        var parts = Runbook().Matches(alerts).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(Alert().Count(alerts), parts.Count);
        Assert.DoesNotContain(parts, part => !headings.Contains(part));
    }

    private static TroubadourSettings Read(params IReadOnlyDictionary<string, string>[] environments)
    {
        using var engine = new EngineFactory();
        return SettingsReader.Read(DeployFiles.Configuration(environments), engine.Settings);
    }

    private static IEnumerable<string> Names(Type type, string prefix) =>
        type.GetProperties()
            .Where(property => property.CanWrite)
            .SelectMany(property =>
                property.PropertyType.Namespace == type.Namespace
                    ? Names(property.PropertyType, $"{prefix}{property.Name}:").Append(prefix + property.Name)
                    : [prefix + property.Name]
            );

    [GeneratedRegex(@"(?m)^TimeoutStopSec=(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex StopSeconds();

    [GeneratedRegex(@"\bTroubadour(?:__|:)(?<name>[A-Z]\w*(?::\w+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@":\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Index();

    [GeneratedRegex(@"(?m)^#+ (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?m)runbook: docs/operations\.md, (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Runbook();

    [GeneratedRegex(@"(?m)- alert: ", RegexOptions.CultureInvariant)]
    private static partial Regex Alert();
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Troubadour.Peers;

namespace Troubadour.Cli.Tests.Deploying;

/// <summary>The files of the folder "deploy" and what they say.</summary>
internal static partial class DeployFiles
{
    public static string Folder { get; } = Path.Combine(Script.Root, "deploy");

    public static string Text(params string[] names) => File.ReadAllText(Path.Combine([Folder, .. names]));

    /// <summary>The values of a file of environment variables, or of the lines "Environment=" of a unit.</summary>
    public static IReadOnlyDictionary<string, string> Environment(params string[] names) =>
        Text(names)
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line =>
                line.StartsWith("Environment=", StringComparison.Ordinal) ? line["Environment=".Length..].Split(' ')
                : names[^1].EndsWith(".env", StringComparison.Ordinal) ? [line]
                : []
            )
            .Select(assignment => assignment.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Environment variables as a server reads them.</summary>
    public static IConfiguration Configuration(params IReadOnlyDictionary<string, string>[] environments) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                environments
                    .SelectMany(values => values)
                    .Select(pair =>
                        KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)
                    )
            )
            .Build();

    /// <summary>Names that stand before the braces of a query.</summary>
    public static IReadOnlySet<string> MetricsOf(string queries) =>
        Metric().Matches(queries).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Labels that queries group by or choose by.</summary>
    public static IReadOnlySet<string> LabelsOf(string queries) =>
        Grouping()
            .Matches(queries)
            .SelectMany(match => match.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries))
            .Concat(Choice().Matches(queries).Select(match => match.Groups["label"].Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<name>[a-zA-Z_:][\w:]*)\{(?!\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Metric();

    [GeneratedRegex(@"\bby \((?<labels>[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"[{,](?<label>[a-z_]+)(?:=~|!~|!=|=)\\?""", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();
}

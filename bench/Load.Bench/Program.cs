using System.Globalization;
using Troubadour.Load.Bench;

// Usage: Load.Bench [--quick] [--only mix,songs,queue,accounts] [result file].
var files = args.Where(
    (arg, i) => !arg.StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] != "--only")
);
var scale = args.Contains("--quick") ? Scale.Quick : Scale.Full;
var only = Array.IndexOf(args, "--only") is >= 0 and var at ? args[at + 1].Split(',') : [];
var head = string.Create(
    CultureInfo.InvariantCulture,
    $"# Load\n\nServers, PostgreSQL (fsync on), clients and workers on the same {Environment.ProcessorCount} cores.{(scale == Scale.Quick ? " A quick run: its figures mean little." : "")} `dotnet run -c Release --project bench/Load.Bench -- bench/results/load.md`\n"
);
var report = new Report(head, files.FirstOrDefault());
await using var databases = await Databases.StartAsync();
(string Name, Func<Task> RunAsync)[] parts =
[
    ("mix", new MixPart(databases, scale, report).RunAsync),
    ("songs", new SongsPart(databases, scale, report).RunAsync),
    ("queue", new QueuePart(databases, scale, report).RunAsync),
    ("accounts", new AccountsPart(databases, scale, report).RunAsync),
];
foreach (var (name, runAsync) in parts.Where(part => only.Length == 0 || only.Contains(part.Name)))
{
    await runAsync();
    await report.SaveAsync();
}

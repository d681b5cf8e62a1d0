using System.Globalization;
using System.Text;
using Troubadour.Faults;
using Troubadour.Peers;

// The long form of the fault tests: Faults.Bench [tasks, 2000] [results file] [parts, "single,disk,cluster"]. Leases and settings are the
// product's own.
var tasks = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000;
var file = args.Length > 1 ? args[1] : Path.Combine(Script.Root, "bench", "results", "faults.md");
var parts = args.Length > 2 ? args[2] : "single,disk,cluster";
const int Milliseconds = 200;

// More songs than these do not fit on it.
const int MostOnSmallDisk = 60;

var text = new StringBuilder(
    $"""
    # Faults

    {tasks} tasks of {Milliseconds} ms each, spread over the faults of a table, on real processes ({Environment.ProcessorCount} cores); written by
    `bench/Faults.Bench`. Each task is created under an Idempotency-Key until it is answered, with a webhook. *Lost*: without a good end. *Doubled*:
    booked, settled, told or stored more than once. *Mischarged*: what the auditor of the ledger finds, and credits that are not where they
    belong. *Orphans*: files without a row, rows without a file. *Recovery*: the longest time that a task whose server was lost lay
    until it was claimed again, counted from the last sign of life in the books.


    """
);

await RunAsync(
    "single",
    "One server, SQLite, local files",
    new FleetOptions { IsCluster = false },
    fleet => new SingleFaults(fleet).All.Where(fault => fault.Key != "the disk is full")
);
await RunAsync(
    "disk",
    "One server on a small disk",
    new FleetOptions { IsCluster = false, IsOnSmallDisk = true },
    fleet => new SingleFaults(fleet).All.Where(fault => fault.Key == "the disk is full")
);
var cluster = new FleetOptions { IsCluster = true };
await RunAsync(
    "cluster",
    $"Two servers that answer, two that work, PostgreSQL, S3 (check-in {cluster.CheckinSeconds} s, failover {cluster.FailoverSeconds} s)",
    cluster,
    fleet => new ClusterFaults(fleet, cluster).All
);
await File.WriteAllTextAsync(file, text.ToString());

async Task RunAsync(
    string part,
    string title,
    FleetOptions options,
    Func<Fleet, IEnumerable<KeyValuePair<string, Func<Task>>>> faultsOf
)
{
    if (!parts.Split(',').Contains(part))
    {
        return;
    }

    await using var fleet = await Fleet.StartAsync(options);
    var faults = faultsOf(fleet).ToList();
    var each = options.IsOnSmallDisk ? Math.Min(tasks, MostOnSmallDisk) : Math.Max(40, tasks / faults.Count);
    text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
    text.AppendLine(
        "| fault | tasks | lost | doubled | mischarged | orphans | webhooks missing | extra starts | recovery, s | all, s |"
    );
    text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    foreach (var (name, fault) in faults)
    {
        var row = await fleet.RunAsync(name, each, Milliseconds, fault);
        var missing = await fleet.MissingHooksAsync(TimeSpan.FromMinutes(2));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {row.Tasks} | {row.Lost} | {row.Doubled} | {row.Mischarged} | {row.Orphans} | {missing} | {row.ExtraStarts} | {row.RecoverySeconds:0.0} | {row.Seconds:0} |"
        );
        Console.WriteLine(line);
        text.AppendLine(line);
    }

    text.AppendLine();
}

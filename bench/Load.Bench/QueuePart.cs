using System.Collections.Concurrent;
using System.Diagnostics;
using Troubadour.Bookkeeping;

namespace Troubadour.Load.Bench;

/// <summary>What calls and claims cost while few or many tasks are open.</summary>
internal sealed class QueuePart(Databases databases, Scale scale, Report report)
{
    private const string Other = "another-key-of-the-bench";
    private const int Fillers = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public async Task RunAsync()
    {
        report.Heading("The length of the queue");
        report.Text(
            $"Open tasks of one account; nobody works while calls are measured (1 client creates, 4 poll, 1 lists the newest 50, one kind after another). Then one worker takes them, 20 ms each, and another account sends {scale.Claims} tasks, one after another: \"through\" is from its create to its end as a poll every 10 ms sees it. Times in ms, beside them the ratio to the shortest queue."
        );
        report.Header(
            "books",
            "open tasks",
            "filled/s",
            "create p50",
            "p99",
            "ratio",
            "poll p50",
            "p99",
            "ratio",
            "list p50",
            "ratio",
            "healthz p50",
            "through p50",
            "p95",
            "ratio",
            "drained/s",
            "MB API node"
        );
        foreach (var books in databases.All)
        {
            double[]? shortest = null;
            foreach (var length in scale.Queues)
            {
                shortest = await RunAsync(books, length, shortest);
            }
        }
    }

    private async Task<double[]> RunAsync(Database books, int length, double[]? shortest)
    {
        await using var cluster = await Cluster.StartAsync(Cluster.Hum, books.Postgres, 1);
        await using (var database = cluster.OpenBooks())
        {
            await new KeyBook(database, TimeProvider.System).CreateAsync("other", 1_000_000, secret: Other);
        }

        var caller = cluster.Caller;
        var plug = books.Postgres is null ? await PlugAsync(caller) : null;
        await cluster.WarmAsync();
        var ids = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        await FillAsync(caller, ids, length);
        var filled = length / clock.Elapsed.TotalSeconds;
        var calls = await CallsAsync(caller, ids);
        if (plug is null)
        {
            await cluster.AddWorkerAsync();
        }
        else
        {
            await caller.CancelAsync(plug);
        }

        var (through, drained) = await ClaimsAsync(cluster);
        double[] costs = [calls[0].P50, calls[1].P50, calls[2].P50, through.P50];
        var ratios = costs.Zip(shortest ?? costs, (cost, least) => cost / least).ToList();
        report.Row(
            books.Name,
            length,
            filled,
            calls[0].P50,
            calls[0].P99,
            ratios[0],
            calls[1].P50,
            calls[1].P99,
            ratios[1],
            calls[2].P50,
            ratios[2],
            calls[3].P50,
            through.P50,
            through.P95,
            ratios[3],
            drained,
            Footprint.Of(cluster.Api.Id).Megabytes
        );
        return shortest ?? costs;
    }

    // With SQLite the one server works too: its one worker is kept busy until it is time.
    private static async Task<string> PlugAsync(Caller caller)
    {
        var id = await caller.HumAsync("(work 36000000)", 1);
        while ((string)(await caller.PollAsync(id))["status"]! != "running")
        {
            await Task.Delay(Pause);
        }

        return id;
    }

    private static async Task FillAsync(Caller caller, ConcurrentBag<string> ids, int length)
    {
        var left = length;
        await Task.WhenAll(
            Enumerable
                .Range(0, Fillers)
                .Select(async _ =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        ids.Add(await caller.HumAsync("(work 20)", 1));
                    }
                })
        );
    }

    private async Task<List<LaneResult>> CallsAsync(Caller caller, ConcurrentBag<string> ids)
    {
        ids.TryPeek(out var one);
        Lane[] lanes =
        [
            new("create", 1, 0, () => caller.HumAsync("(work 20)", 1)),
            new("poll", 4, 0, () => caller.PollAsync(one!)),
            new("list", 1, 0, caller.ListAsync),
            new("healthz", 4, 0, caller.HealthAsync),
        ];
        var results = new List<LaneResult>();
        foreach (var lane in lanes)
        {
            // Creates lengthen the queue: not for long where it is short.
            var span = lane.Name == "create" ? scale.Span / 5 : scale.Span / 2;
            results.AddRange(await Lane.RunAsync(span, lane));
        }

        return results;
    }

    private async Task<(LaneResult Through, double DrainedPerSecond)> ClaimsAsync(Cluster cluster)
    {
        const string Ended = "troubadour_tasks_ended_total";
        var other = new Caller(cluster.Api, Other);
        var before = await cluster.MeterAsync(Ended);
        var clock = Stopwatch.StartNew();
        var times = new List<double>();
        for (var i = 0; i < scale.Claims; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await other.EndAsync(await other.HumAsync("(work 20)", 1), Pause);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var drained = (await cluster.MeterAsync(Ended) - before) / clock.Elapsed.TotalSeconds;
        return (new LaneResult("through", times, clock.Elapsed), drained);
    }
}

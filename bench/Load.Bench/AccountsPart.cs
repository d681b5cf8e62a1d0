using System.Collections.Concurrent;
using System.Diagnostics;
using Troubadour.Bookkeeping;

namespace Troubadour.Load.Bench;

/// <summary>What calls cost while there are few or many accounts.</summary>
internal sealed class AccountsPart(Databases databases, Scale scale, Report report)
{
    private const int Makers = 32;
    private const int MostKeys = 1_000;
    private const long Credits = 1_000_000;

    public async Task RunAsync()
    {
        report.Heading("The number of accounts");
        report.Text(
            $"Each call with the key of another one of up to {MostKeys} accounts, 4 clients flat out, one kind after another, nobody works. Times in ms, beside them the ratio to the fewest accounts."
        );
        report.Header(
            "books",
            "accounts",
            "made/s",
            "create p50",
            "p99",
            "ratio",
            "poll p50",
            "p99",
            "ratio",
            "credits p50",
            "p99",
            "ratio",
            "healthz p50",
            "MB API node"
        );
        foreach (var books in databases.All)
        {
            await RunAsync(books);
        }
    }

    private async Task RunAsync(Database books)
    {
        await using var cluster = await Cluster.StartAsync(Cluster.Hum, books.Postgres, 1);
        await using var database = cluster.OpenBooks();
        var keys = new KeyBook(database, TimeProvider.System);
        var callers = new ConcurrentQueue<Caller>();
        var count = 0;
        double[]? fewest = null;
        if (books.Postgres is null)
        {
            await cluster.Caller.HumAsync("(work 36000000)", 1);
        }

        await cluster.WarmAsync();
        foreach (var accounts in scale.Accounts)
        {
            var clock = Stopwatch.StartNew();
            var made = accounts - count;
            await MakeAsync(keys, made, cluster.Api, callers);
            var perSecond = made / clock.Elapsed.TotalSeconds;
            count = accounts;
            var calls = await CallsAsync([.. callers.TakeLast(MostKeys)]);
            double[] costs = [calls[0].P50, calls[1].P50, calls[2].P50];
            fewest ??= costs;
            report.Row(
                books.Name,
                accounts,
                perSecond,
                calls[0].P50,
                calls[0].P99,
                costs[0] / fewest[0],
                calls[1].P50,
                calls[1].P99,
                costs[1] / fewest[1],
                calls[2].P50,
                calls[2].P99,
                costs[2] / fewest[2],
                calls[3].P50,
                Footprint.Of(cluster.Api.Id).Megabytes
            );
        }
    }

    private static async Task MakeAsync(KeyBook keys, int count, Node api, ConcurrentQueue<Caller> callers)
    {
        var left = count;
        await Task.WhenAll(
            Enumerable
                .Range(0, Makers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Interlocked.Decrement(ref left) >= 0)
                        {
                            callers.Enqueue(new Caller(api, (await keys.CreateAsync("one of many", Credits)).Secret));
                        }
                    })
                )
        );
    }

    private async Task<List<LaneResult>> CallsAsync(Caller[] callers)
    {
        var turn = 0;
        var tasks = new ConcurrentQueue<(Caller Caller, string Id)>();
        Lane[] lanes =
        [
            new("create", 4, 0, CreateAsync),
            new("poll", 4, 0, PollAsync),
            new("credits", 4, 0, () => Next().CreditsAsync()),
            new("healthz", 4, 0, () => callers[0].HealthAsync()),
        ];
        var results = new List<LaneResult>();
        foreach (var lane in lanes)
        {
            results.AddRange(await Lane.RunAsync(scale.Span / 2, lane));
        }

        return results;

        Caller Next() => callers[(uint)Interlocked.Increment(ref turn) % callers.Length];

        async Task CreateAsync()
        {
            var caller = Next();
            tasks.Enqueue((caller, await caller.HumAsync("(work 20)", 1)));
        }

        Task PollAsync()
        {
            tasks.TryDequeue(out var task);
            tasks.Enqueue(task);
            return task.Caller.PollAsync(task.Id);
        }
    }
}

using System.Collections.Concurrent;

namespace Troubadour.Load.Bench;

/// <summary>Creates, polls, downloads and songs at work together, with 1, 2 and 3 workers that burn a core each.</summary>
internal sealed class MixPart(Databases databases, Scale scale, Report report)
{
    private const string Work = "(burn 1000)";
    private const int SongSeconds = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync()
    {
        report.Heading("Everything together");
        report.Text(
            $"Tasks of the humming engine keep a core busy, or what they get of one, for a second by the clock, and leave a WAV of {SongSeconds} s (5.3 MB), which is what is downloaded; at nice 10, as songs are made. Paced: so many calls a second, timed from when each was due. Flat out: 2 clients create, 4 poll, 2 download, each again at once. Times in ms; \"of healthz\" is the p50 over that of GET /healthz on the idle server with 4 clients flat out."
        );
        report.Header(
            "books",
            "workers",
            "load",
            "call",
            "per second",
            "p50",
            "p95",
            "p99",
            "of healthz",
            "tasks ended/s",
            "of 1 worker"
        );
        foreach (var books in databases.All)
        {
            var alone = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var workers = 1; workers <= 3; workers++)
            {
                await RunAsync(books, workers, alone);
            }
        }
    }

    private async Task RunAsync(Database books, int workers, Dictionary<string, double> alone)
    {
        await using var cluster = await Cluster.StartAsync(Cluster.Hum, books.Postgres, workers);
        for (var i = 0; i < workers && books.Postgres is not null; i++)
        {
            await cluster.AddWorkerAsync();
        }

        var caller = cluster.Caller;
        var baseline = (await Lane.RunAsync(scale.Span / 2, new Lane("healthz", 4, 0, caller.HealthAsync)))[0];
        Show(books, workers, "idle", baseline, baseline, double.NaN, double.NaN);
        var ids = new ConcurrentQueue<string>();
        var first = await caller.HumAsync("a hum", SongSeconds);
        ids.Enqueue(first);
        await caller.EndAsync(first, Pause);
        for (var i = 0; i < 4 * workers; i++)
        {
            await CreateAsync();
        }

        await MeasureAsync(
            "paced",
            new Lane("create", 2, 5, CreateAsync),
            new Lane("poll", 4, 50, PollAsync),
            new Lane("download", 2, 4, () => caller.DownloadAsync(first))
        );
        await MeasureAsync(
            "flat out",
            new Lane("create", 2, 0, CreateAsync),
            new Lane("poll", 4, 0, PollAsync),
            new Lane("download", 2, 0, () => caller.DownloadAsync(first))
        );
        var api = Footprint.Of(cluster.Api.Id).Megabytes;
        report.Row(books.Name, workers, "after", "memory of the API node, MB", api, "", "", "", "", "", "");

        async Task CreateAsync() => ids.Enqueue(await caller.HumAsync(Work, SongSeconds));

        Task PollAsync()
        {
            ids.TryPeek(out var id);
            return caller.PollAsync(id!);
        }

        async Task MeasureAsync(string load, params Lane[] lanes)
        {
            var before = await cluster.MeterAsync("troubadour_tasks_ended_total");
            var results = await Lane.RunAsync(scale.Span, lanes);
            var ended = (await cluster.MeterAsync("troubadour_tasks_ended_total") - before) / scale.Span.TotalSeconds;
            var ratio = ended / (alone.TryAdd(load, ended) ? ended : alone[load]);
            foreach (var result in results)
            {
                Show(books, workers, load, result, baseline, ended, ratio);
            }
        }
    }

    private void Show(
        Database books,
        int workers,
        string load,
        LaneResult result,
        LaneResult baseline,
        double ended,
        double ratio
    ) =>
        report.Row(
            books.Name,
            workers,
            load,
            result.Name,
            result.PerSecond,
            result.P50,
            result.P95,
            result.P99,
            result.P50 / baseline.P50,
            ended,
            ratio
        );
}

using System.Diagnostics;
using System.Globalization;

namespace Troubadour.Load.Bench;

/// <summary>Songs of the real engine, with 1, 2 and 3 workers.</summary>
internal sealed class SongsPart(Databases databases, Scale scale, Report report)
{
    private const int SecondsPerHour = 3_600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private double _alone;

    public async Task RunAsync()
    {
        report.Heading("Songs of the real engine");
        report.Text(
            $"{scale.Songs} sung songs of {scale.SongSeconds} s by nuro create, PostgreSQL, worker nodes of one slot each, on {Environment.ProcessorCount} cores. Meanwhile 20 polls a second. CPU seconds are the workers' own, user and system: they hold on busy machines too."
        );
        report.Header(
            "workers",
            "threads each",
            "songs/hour",
            "per worker",
            "of 1 worker",
            "CPU s a song",
            "song s per CPU s",
            "poll p50 ms",
            "poll p99 ms",
            "MB a worker",
            "MB a worker node",
            "MB API node",
            "KB a song stored"
        );
        await RunAsync(1, 1);
        await RunAsync(2, 1);
        await RunAsync(3, 1);
        await RunAsync(1, 2);
    }

    private async Task RunAsync(int workers, int threads)
    {
        await using var cluster = await Cluster.StartAsync(
            Cluster.Real,
            databases.Postgres.Postgres,
            1,
            $"--Troubadour:Engine:Threads={threads}"
        );
        for (var i = 0; i < workers; i++)
        {
            await cluster.AddWorkerAsync();
        }

        var caller = cluster.Caller;
        var before = CpuSeconds(cluster);
        var clock = Stopwatch.StartNew();
        var ids = new List<string>();
        for (var i = 0; i < scale.Songs; i++)
        {
            ids.Add(await caller.CreateAsync(Body(i + 1)));
        }

        var polls = PollAsync(caller, ids);
        await Task.WhenAll(ids.Select(id => caller.EndAsync(id, Pause)));
        var seconds = clock.Elapsed.TotalSeconds;
        var cpu = (CpuSeconds(cluster) - before) / scale.Songs;
        var poll = await polls;
        var perHour = scale.Songs * SecondsPerHour / seconds;
        _alone = _alone > 0 ? _alone : perHour;
        report.Row(
            workers,
            threads,
            perHour,
            perHour / workers,
            perHour / _alone,
            cpu,
            scale.SongSeconds / cpu,
            poll.P50,
            poll.P99,
            cluster.Working.Average(node => Footprint.OfChildren(node.Id).Megabytes),
            cluster.Working.Average(node => Footprint.Of(node.Id).Megabytes),
            Footprint.Of(cluster.Api.Id).Megabytes,
            StoredBytes(cluster) / 1024.0 / scale.Songs
        );
    }

    private async Task<LaneResult> PollAsync(Caller caller, List<string> ids) =>
        (await Lane.RunAsync(scale.Span, new Lane("poll", 4, 20, () => caller.PollAsync(ids[^1]))))[0];

    private static double CpuSeconds(Cluster cluster) =>
        cluster.Working.Sum(node => Footprint.OfChildren(node.Id).CpuSeconds);

    private static double StoredBytes(Cluster cluster) =>
        new DirectoryInfo(cluster.Songs).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private string Body(int seed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"lyrics":"[verse]\nThe harbour lights are burning low\nand all the boats are coming home\nI count the names I used to know\nand learn to walk the shore alone\n[chorus]\nCarry me over the water\ncarry me over the sea\nevery wave is a daughter\nof the wind that is calling me","genre":"Pop","gender":"Female","duration":{{scale.SongSeconds}},"seed":{{seed}}}"""
        );
}

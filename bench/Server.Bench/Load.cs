using System.Diagnostics;

namespace Troubadour.Server.Bench;

/// <summary>Calls from several clients at the same time, each waiting for its answer before the next.</summary>
internal static class Load
{
    public static async Task<LoadResult> RunAsync(int clients, TimeSpan time, Func<Task> call)
    {
        var clock = Stopwatch.StartNew();
        var lanes = await Task.WhenAll(
            Enumerable.Range(0, clients).Select(_ => Task.Run(() => LaneAsync(clock, time, call)))
        );
        var elapsed = clock.Elapsed;
        var times = lanes.SelectMany(lane => lane).Order().ToList();
        return new LoadResult(times.Count / elapsed.TotalSeconds, At(times, 0.5), At(times, 0.99));
    }

    private static async Task<List<double>> LaneAsync(Stopwatch clock, TimeSpan time, Func<Task> call)
    {
        var times = new List<double>();
        while (clock.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}

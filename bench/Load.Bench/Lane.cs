using System.Diagnostics;

namespace Troubadour.Load.Bench;

/// <summary>A kind of call that several clients make side by side.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Clients">How many clients make it.</param>
/// <param name="PerSecond">Calls a second of all clients together; 0 lets each call again as soon as it was answered.</param>
/// <param name="Call">The call.</param>
internal sealed record Lane(string Name, int Clients, double PerSecond, Func<Task> Call)
{
    /// <summary>Runs lanes together for so long.</summary>
    /// <remarks>
    /// A paced call is timed from when it was due, so that one that had to wait for a slow one before it shows it. Calls that fall due in
    /// the span are made, however late.
    /// </remarks>
    public static async Task<IReadOnlyList<LaneResult>> RunAsync(TimeSpan span, params Lane[] lanes)
    {
        var clock = Stopwatch.StartNew();
        return await Task.WhenAll(lanes.Select(lane => lane.MeasureAsync(clock, span)));
    }

    private async Task<LaneResult> MeasureAsync(Stopwatch clock, TimeSpan span)
    {
        var clients = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => Task.Run(() => RunClientAsync(client, clock, span)))
        );
        return new LaneResult(Name, clients.SelectMany(times => times), clock.Elapsed);
    }

    private async Task<List<double>> RunClientAsync(int client, Stopwatch clock, TimeSpan span)
    {
        var times = new List<double>();
        var gap = PerSecond > 0 ? TimeSpan.FromSeconds(Clients / PerSecond) : TimeSpan.Zero;
        var due = clock.Elapsed + (gap * client / Clients);
        while (true)
        {
            if (gap == TimeSpan.Zero)
            {
                due = clock.Elapsed;
            }

            if (due >= span)
            {
                return times;
            }

            if (due - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            await Call();
            times.Add((clock.Elapsed - due).TotalMilliseconds);
            due += gap;
        }
    }
}

using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>The bar lines of a song, and what a join is beside the ordinary ones.</summary>
internal sealed class BarLines(Song song)
{
    private const double Margin = 1;

    private readonly TimeMap _map = new(song.Tempos);

    /// <summary>Seconds of a tick.</summary>
    public double SecondsAt(int tick) => _map.SecondsAt(tick);

    /// <summary>Seconds of all bar lines but those at or next to some ticks, and those at the song's two ends.</summary>
    public IEnumerable<double> Ordinary(params int[] joins)
    {
        var bar = song.Meter.TicksPerBar;
        for (var tick = bar; _map.SecondsAt(tick) < song.Seconds - Margin - 2; tick += bar)
        {
            var second = _map.SecondsAt(tick);
            if (second > Margin && joins.All(join => Math.Abs(join - tick) > bar / 2))
            {
                yield return second;
            }
        }
    }

    /// <summary>The largest change of the beat's length at a tick, over the 4 beats around it, in milliseconds.</summary>
    public double GridStep(int tick)
    {
        var beat = song.Meter.TicksPerPulse;
        double Beat(int n) => _map.SecondsAt(tick + (n + 1) * beat) - _map.SecondsAt(tick + n * beat);
        return Enumerable.Range(-2, 3).Max(n => Math.Abs(Beat(n + 1) - Beat(n))) * 1000;
    }

    /// <summary>A quantile of some values.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }
}

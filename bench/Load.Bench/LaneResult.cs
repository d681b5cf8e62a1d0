namespace Troubadour.Load.Bench;

/// <summary>What became of a lane: times of its calls, in milliseconds.</summary>
internal sealed class LaneResult(string name, IEnumerable<double> times, TimeSpan span)
{
    private readonly double[] _times = [.. times.Order()];

    public string Name => name;

    public double PerSecond => _times.Length / span.TotalSeconds;

    public double P50 => At(0.5);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    private double At(double share) =>
        _times.Length == 0 ? double.NaN : _times[Math.Min(_times.Length - 1, (int)(_times.Length * share))];
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using Troubadour.Engine;

namespace Troubadour.Server.Telemetry;

/// <summary>What the server measures about itself.</summary>
public sealed class Meters
{
    /// <summary>The name of the meter and of the trace source.</summary>
    public const string Name = "Troubadour";

    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _stage;
    private readonly Histogram<double> _factor;
    private readonly Counter<long> _created;
    private readonly Counter<long> _ended;
    private long _depth;

    /// <summary>Makes the instruments.</summary>
    public Meters(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var meter = factory.Create(Name);
        _wait = meter.CreateHistogram<double>("troubadour.task.wait", "s", "From acceptance to the first work.");
        _stage = meter.CreateHistogram<double>("troubadour.task.stage", "s", "Time spent in a stage of a song.");
        _factor = meter.CreateHistogram<double>(
            "troubadour.realtime_factor",
            "1",
            "Seconds of song per second of work."
        );
        _created = meter.CreateCounter<long>("troubadour.tasks.created", "{task}", "Tasks accepted.");
        _ended = meter.CreateCounter<long>("troubadour.tasks.ended", "{task}", "Tasks ended, by outcome.");
        meter.CreateObservableGauge("troubadour.queue.depth", () => Depth, "{task}", "Open tasks.");
    }

    /// <summary>The source of our own spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Open tasks, as last counted.</summary>
    public long Depth
    {
        get => Interlocked.Read(ref _depth);
        set => Interlocked.Exchange(ref _depth, value);
    }

    /// <summary>A task was accepted.</summary>
    public void Created(string family) => _created.Add(1, new KeyValuePair<string, object?>("family", family));

    /// <summary>A task ended.</summary>
    public void Ended(string family, string outcome) =>
        _ended.Add(
            1,
            new KeyValuePair<string, object?>("family", family),
            new KeyValuePair<string, object?>("outcome", outcome)
        );

    /// <summary>A task was claimed this long after it was accepted.</summary>
    public void Waited(TimeSpan time) => _wait.Record(time.TotalSeconds);

    /// <summary>A stage took this long.</summary>
    public void Stage(MakeStage stage, TimeSpan time) =>
        _stage.Record(time.TotalSeconds, new KeyValuePair<string, object?>("stage", stage.ToString()));

    /// <summary>A song of this length took this long.</summary>
    public void Made(double songSeconds, TimeSpan time) =>
        _factor.Record(songSeconds / Math.Max(time.TotalSeconds, 1e-3));
}

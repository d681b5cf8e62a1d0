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
    private readonly Histogram<double> _recovery;
    private readonly Counter<long> _created;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _refunds;
    private readonly Counter<long> _webhooks;
    private long _depth;
    private long _busy;

    /// <summary>Makes the instruments.</summary>
    public Meters(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var meter = factory.Create(Name);
        _wait = meter.CreateHistogram<double>(
            "troubadour.task.wait",
            "s",
            "From acceptance to the first work.",
            advice: Seconds
        );
        _stage = meter.CreateHistogram<double>(
            "troubadour.task.stage",
            "s",
            "Time spent in a stage of a song.",
            advice: Seconds
        );
        _recovery = meter.CreateHistogram<double>(
            "troubadour.task.recovery",
            "s",
            "From the last sign of life of a worker that was lost to the next claim of its task.",
            advice: Seconds
        );
        _factor = meter.CreateHistogram<double>(
            "troubadour.realtime_factor",
            "1",
            "Seconds of song per second of work.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.5, 1, 2, 4, 6, 8, 12, 16, 24, 32, 64] }
        );
        _created = meter.CreateCounter<long>("troubadour.tasks.created", "{task}", "Tasks accepted.");
        _ended = meter.CreateCounter<long>("troubadour.tasks.ended", "{task}", "Tasks ended by a worker, by outcome.");
        _refunds = meter.CreateCounter<long>("troubadour.refunds", "{task}", "Tasks whose credits were given back.");
        _webhooks = meter.CreateCounter<long>("troubadour.webhooks", "{try}", "Tries to deliver webhooks, by outcome.");
        meter.CreateObservableGauge(
            "troubadour.queue.depth",
            () => Depth,
            "{task}",
            "Open tasks of all servers, as this one counted them last."
        );
        meter.CreateObservableGauge(
            "troubadour.workers.busy",
            () => Interlocked.Read(ref _busy),
            "{worker}",
            "Workers that make a song."
        );
    }

    /// <summary>The source of our own spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Open tasks, as last counted.</summary>
    public long Depth
    {
        get => Interlocked.Read(ref _depth);
        set => Interlocked.Exchange(ref _depth, value);
    }

    private static InstrumentAdvice<double> Seconds { get; } =
        new() { HistogramBucketBoundaries = [.05, .1, .25, .5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 900, 3600] };

    /// <summary>A task was accepted.</summary>
    public void Created(string family) => _created.Add(1, Tag("family", family));

    /// <summary>A task ended.</summary>
    public void Ended(string family, string outcome) => _ended.Add(1, Tag("family", family), Tag("outcome", outcome));

    /// <summary>A task's credits were given back.</summary>
    public void Refunded(string reason) => _refunds.Add(1, Tag("reason", reason));

    /// <summary>A webhook was tried: delivered, failed (and tried again later) or given up.</summary>
    public void Webhook(string outcome) => _webhooks.Add(1, Tag("outcome", outcome));

    /// <summary>A task was claimed for the first time, this long after it was accepted.</summary>
    public void Waited(TimeSpan time, string keyId) => _wait.Record(time.TotalSeconds, Tag("key", keyId));

    /// <summary>A task that lay dropped for this long was taken up.</summary>
    public void Recovered(TimeSpan time) => _recovery.Record(time.TotalSeconds);

    /// <summary>A worker began or ended.</summary>
    public void Busy(int more) => Interlocked.Add(ref _busy, more);

    /// <summary>A stage took this long.</summary>
    public void Stage(MakeStage stage, TimeSpan time) =>
        _stage.Record(time.TotalSeconds, Tag("stage", stage.ToString()));

    /// <summary>A song of this length took this long.</summary>
    public void Made(double songSeconds, TimeSpan time) =>
        _factor.Record(songSeconds / Math.Max(time.TotalSeconds, 1e-3));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}

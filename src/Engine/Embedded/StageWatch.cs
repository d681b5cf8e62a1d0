namespace Troubadour.Engine;

/// <summary>Takes the time of each stage.</summary>
internal sealed class StageWatch(TimeProvider time)
{
    private readonly SortedDictionary<MakeStage, double> _seconds = [];
    private long _last = time.GetTimestamp();

    /// <summary>Seconds of each stage that is done.</summary>
    public IReadOnlyDictionary<MakeStage, double> Seconds => _seconds;

    /// <summary>Ends a stage.</summary>
    public void Mark(MakeStage stage)
    {
        var now = time.GetTimestamp();
        _seconds[stage] = time.GetElapsedTime(_last, now).TotalSeconds;
        _last = now;
    }
}

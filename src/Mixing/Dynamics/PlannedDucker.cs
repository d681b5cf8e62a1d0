namespace Troubadour.Mixing;

/// <summary>Turns down by the full depth inside planned spans.</summary>
internal sealed class PlannedDucker : DuckGain
{
    private readonly IReadOnlyList<KeySpan> _spans;
    private readonly double _secondsPerPoint;
    private long _at;
    private int _next;

    public PlannedDucker(DuckPlan plan, int chunkFrames, int rate)
        : base(plan.DepthDb, plan.AttackSeconds, plan.ReleaseSeconds, chunkFrames, rate)
    {
        _spans = plan.Spans;
        _secondsPerPoint = (double)Kernels.Control / rate;
        for (var i = 1; i < _spans.Count; i++)
        {
            if (_spans[i].Start < _spans[i - 1].End)
            {
                throw new ArgumentException("The spans of a ducking must come one after another.", nameof(plan));
            }
        }
    }

    /// <summary>Computes the gains of the next frames.</summary>
    public void Advance(int frames)
    {
        var points = (frames + Kernels.Control - 1) / Kernels.Control;
        for (var i = 0; i < points; i++)
        {
            var second = ++_at * _secondsPerPoint;
            while (_next < _spans.Count && _spans[_next].End <= second)
            {
                _next++;
            }

            Gains[i] = Toward(_next < _spans.Count && _spans[_next].Start <= second ? 1 : 0);
        }
    }
}

using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Reads a curve of gain points forwards, every 16 frames.</summary>
internal sealed class Automation
{
    private readonly GainPoint[] _points;
    private readonly double _secondsPerPoint;
    private long _at;
    private int _segment;
    private double _lastDb;
    private float _lastGain;

    public Automation(double baseDb, IReadOnlyList<GainPoint> points, int rate)
    {
        _points =
            points.Count == 0 ? [new(0, baseDb)] : [.. points.Select(p => new GainPoint(p.Second, p.Db + baseDb))];
        for (var i = 1; i < _points.Length; i++)
        {
            if (_points[i].Second < _points[i - 1].Second)
            {
                throw new ArgumentException("The points of a gain curve must come by rising seconds.", nameof(points));
            }
        }

        _secondsPerPoint = (double)Kernels.Control / rate;
        _lastDb = _points[0].Db;
        _lastGain = (float)DeterministicMath.FromDecibels(_lastDb);
        Start = _lastGain;
    }

    /// <summary>The gain before the first frame.</summary>
    public float Start { get; }

    /// <summary>The gain at the end of the next 16 frames.</summary>
    public float Next()
    {
        var db = DbAt(++_at * _secondsPerPoint);
        if (db != _lastDb)
        {
            _lastDb = db;
            _lastGain = (float)DeterministicMath.FromDecibels(db);
        }

        return _lastGain;
    }

    private double DbAt(double second)
    {
        while (_segment + 1 < _points.Length && _points[_segment + 1].Second <= second)
        {
            _segment++;
        }

        var from = _points[_segment];
        if (_segment + 1 == _points.Length || second <= from.Second)
        {
            return from.Db;
        }

        var to = _points[_segment + 1];
        return from.Db + (to.Db - from.Db) * (second - from.Second) / (to.Second - from.Second);
    }
}

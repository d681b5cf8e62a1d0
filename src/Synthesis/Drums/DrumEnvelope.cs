namespace Troubadour.Synthesis;

/// <summary>The level of a drum's part, frame by frame: a delay, then bursts of attack, hold and fall, of which the last falls to its end.</summary>
internal sealed class DrumEnvelope(DrumPartSheet sheet, int rate)
{
    private readonly int _attack = Math.Max(1, (int)(sheet.Attack * rate));
    private readonly int _hold = (int)(sheet.Hold * rate);
    private readonly int _gap = (int)(sheet.Gap * rate);
    private int _frame;
    private int _burst;
    private float _level;
    private float _fall;
    private float _last;

    /// <summary>True when nothing is left.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins a stroke.</summary>
    public void Start(double decayFactor)
    {
        _frame = -(int)(sheet.Delay * rate);
        _burst = 1;
        _level = 0;
        _last = (float)Pitch.Decay(sheet.Decay * decayFactor, rate);
        _fall = _burst < sheet.Bursts ? (float)Pitch.Decay(sheet.Gap * 2.5, rate) : _last;
        IsOver = false;
    }

    /// <summary>Writes the next levels.</summary>
    public void Fill(Span<float> levels)
    {
        var first = 0;
        if (_burst == sheet.Bursts && _frame >= _attack + _hold)
        {
            for (; first < levels.Length; first++)
            {
                _level *= _fall;
                levels[first] = _level;
            }

            _frame += first;
        }

        for (var i = first; i < levels.Length; i++, _frame++)
        {
            if (_burst < sheet.Bursts && _frame >= _gap)
            {
                _frame = 0;
                _burst++;
                _fall = _burst < sheet.Bursts ? _fall : _last;
            }

            if (_frame < 0)
            {
                levels[i] = 0;
                continue;
            }

            _level =
                _frame < _attack ? Math.Max(_level, (_frame + 1f) / _attack)
                : _frame < _attack + _hold ? 1
                : _level * _fall;
            levels[i] = _level;
        }

        IsOver = _burst == sheet.Bursts && _frame > _attack + _hold && _level < 2e-5f;
    }
}

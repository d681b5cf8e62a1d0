using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>One operator of frequency modulation: its phase and its level.</summary>
internal sealed class Operator(OperatorSheet sheet, int rate)
{
    private double _attackStep;
    private double _decay;
    private double _decayRun;
    private double _rise;
    private double _fall;

    public OperatorSheet Sheet { get; } = sheet;

    /// <summary>2^32 is a turn.</summary>
    public uint Phase { get; set; }

    /// <summary>Level at the end of the last run.</summary>
    public double Level { get; private set; }

    /// <summary>What bends this operator, in half turns, for one run.</summary>
    public float[] Input { get; } = new float[Oscillator.Padded];

    /// <summary>The last two samples, for feedback.</summary>
    public float Last { get; set; }

    public float BeforeLast { get; set; }

    /// <summary>Begins a note.</summary>
    public void Start(double key, int velocity, uint phase)
    {
        var v = velocity / 127.0;
        Scale = Sheet.Level * (1 - Sheet.Velocity + Sheet.Velocity * v * v);
        _attackStep = Sheet.Attack > 0 ? 1 / (Sheet.Attack * rate) : 1;
        _decay = Pitch.Decay(Sheet.Decay / FastExponential.Exp2(Sheet.Shortening * (key - 60) / 12), rate);
        _decayRun = Power(Oscillator.MostFrames);
        _rise = Sheet.Attack > 0 ? 0 : 1;
        _fall = 1;
        Level = _rise;
        Phase = phase;
        (Last, BeforeLast) = (0, 0);
    }

    /// <summary>Amplitude or index at full level for this note's velocity.</summary>
    public double Scale { get; private set; }

    /// <summary>Moves the level on and gives where it ends.</summary>
    public double Advance(int count)
    {
        if (_rise < 1)
        {
            _rise = Math.Min(1, _rise + _attackStep * count);
        }
        else
        {
            _fall *= count == Oscillator.MostFrames ? _decayRun : Power(count);
        }

        return Level = _rise * (Sheet.Sustain + (1 - Sheet.Sustain) * _fall);
    }

    private double Power(int count)
    {
        var product = 1.0;
        for (var i = 0; i < count; i++)
        {
            product *= _decay;
        }

        return product;
    }
}

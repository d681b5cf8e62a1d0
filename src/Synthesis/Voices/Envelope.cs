using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// An envelope at control rate: a bowed attack as a capacitor charges, a hold, and exponential falls to the sustain level and to nothing.
/// </summary>
internal sealed class Envelope(EnvelopeSheet sheet, int rate)
{
    // 72 dB down is the end: a run's ramp to nothing from there is not heard.
    private const double Silence = 2.5e-4;

    private double _attackSeconds;
    private double _decay;
    private double _release;
    private double _decayRun;
    private double _releaseRun;
    private double _rise;
    private double _hold;
    private bool _released;

    /// <summary>0 to 1, at the end of the last run.</summary>
    public double Value { get; private set; }

    /// <summary>True when it has fallen to nothing for good.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins a note at nothing.</summary>
    /// <param name="key">MIDI key, for sheets that are shorter above.</param>
    /// <param name="attack">Factor on the attack.</param>
    public void Start(double key, double attack = 1)
    {
        var shortening = FastExponential.Exp2(sheet.Shortening * (key - 60) / 12);
        _attackSeconds = sheet.Attack * attack;
        _decay = Pitch.Decay(sheet.Decay / shortening, rate);
        _release = Pitch.Decay(sheet.Release / shortening, rate);
        _decayRun = Power(_decay, Oscillator.MostFrames);
        _releaseRun = Power(_release, Oscillator.MostFrames);
        _rise = 0;
        _hold = sheet.Hold * rate;
        _released = false;
        IsOver = false;
        Value = _attackSeconds <= 0 ? 1 : 0;
        _rise = Value;
    }

    /// <summary>The key is let go.</summary>
    public void Release() => _released = true;

    /// <summary>Moves on by a run of frames, at most <see cref="Oscillator.MostFrames"/>, and gives the new value.</summary>
    public double Advance(int count)
    {
        if (_released)
        {
            Value *= Fall(_release, _releaseRun, count);
            if (Value < Silence || _release == 0)
            {
                (Value, IsOver) = (0, true);
            }

            return Value;
        }

        double frames = count;
        if (_rise < 1)
        {
            var needed = (1 - _rise) * _attackSeconds * rate;
            _rise = needed > frames ? _rise + frames / (_attackSeconds * rate) : 1;
            frames -= needed;
            Value = _rise * (2 - _rise);
        }

        if (frames > 0 && _rise >= 1)
        {
            var held = Math.Min(frames, _hold);
            _hold -= held;
            frames -= held;
            if (frames >= 1)
            {
                Value = sheet.Sustain + (Value - sheet.Sustain) * Fall(_decay, _decayRun, (int)frames);
            }
        }

        IsOver = sheet.Sustain == 0 && _rise >= 1 && Value < Silence;
        return Value = IsOver ? 0 : Value;
    }

    private static double Fall(double one, double run, int count) =>
        count == Oscillator.MostFrames ? run : Power(one, count);

    private static double Power(double x, int count)
    {
        var product = 1.0;
        for (var i = 0; i < count; i++)
        {
            product *= x;
        }

        return product;
    }
}

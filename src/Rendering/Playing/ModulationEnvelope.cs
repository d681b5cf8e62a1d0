namespace Troubadour.Rendering;

/// <summary>
/// The modulation envelope (SoundFont 2.04, generators 25 to 32), 0 to 1: the attack is convex, decay and release fall linearly,
/// the whole way taking the time given. Ages are frames since the note began.
/// </summary>
internal sealed class ModulationEnvelope
{
    private const int SteepFrames = 64;

    private long _attackStart;
    private double _attackFrames;
    private long _holdStart;
    private long _decayStart;
    private long _decayEnd;
    private double _decaySlope;
    private double _sustain;
    private double _releaseSlope;
    private double _releaseFrom;
    private long _releaseStart = long.MaxValue;

    /// <summary>Starts the envelope anew.</summary>
    /// <param name="values">Generator amounts after modulators.</param>
    /// <param name="key">The note's key, by which hold and decay scale.</param>
    /// <param name="rate">Frames a second.</param>
    public void Start(ReadOnlySpan<double> values, int key, int rate)
    {
        var hold =
            values[(int)Generator.ModulationEnvelopeHold]
            + values[(int)Generator.KeyToModulationEnvelopeHold] * (60 - key);
        var decay =
            values[(int)Generator.ModulationEnvelopeDecay]
            + values[(int)Generator.KeyToModulationEnvelopeDecay] * (60 - key);
        _attackStart = Timecents.DelayFrames(values[(int)Generator.ModulationEnvelopeDelay], rate);
        _attackFrames = Timecents.Frames(values[(int)Generator.ModulationEnvelopeAttack], -12000, 8000, rate);
        _holdStart = _attackStart + (long)Math.Ceiling(_attackFrames);
        _decayStart = _attackStart + (long)Math.Round(_attackFrames) + Timecents.DelayFrames(hold, rate);
        _decaySlope = 1 / Timecents.Frames(decay, -12000, 8000, rate);
        _sustain = 1 - Math.Clamp(values[(int)Generator.ModulationEnvelopeSustain], 0, 1000) / 1000;
        _decayEnd = _decayStart + (long)Math.Ceiling((1 - _sustain) / _decaySlope);
        _releaseSlope = 1 / Timecents.Frames(values[(int)Generator.ModulationEnvelopeRelease], -12000, 8000, rate);
        _releaseStart = long.MaxValue;
    }

    /// <summary>Lets go at this age.</summary>
    public void Release(long age)
    {
        _releaseFrom = Value(age);
        _releaseStart = age;
    }

    /// <summary>How fast the value moves from this age to the next corner, in units of 1 a frame; 1 during the attack, whose start is steep.</summary>
    public double Speed(long age)
    {
        if (age >= _releaseStart)
        {
            return (age - _releaseStart) * _releaseSlope >= _releaseFrom ? 0 : _releaseSlope;
        }

        return age >= _decayEnd || age < _attackStart ? 0
            : age >= _decayStart ? _decaySlope
            : age >= _holdStart ? 0
            : 1;
    }

    /// <summary>The next age after <paramref name="age"/> at which the speed changes.</summary>
    public long NextCorner(long age)
    {
        if (age >= _releaseStart)
        {
            var end = _releaseStart + (long)Math.Ceiling(_releaseFrom / _releaseSlope);
            return age < end ? end : long.MaxValue;
        }

        return age < _attackStart ? _attackStart
            : IsSteep(age) ? Math.Min(_attackStart + SteepFrames, _holdStart)
            : age < _holdStart ? _holdStart
            : age < _decayStart ? _decayStart
            : age < _decayEnd ? _decayEnd
            : long.MaxValue;
    }

    /// <summary>True at the beginning of the attack, which is steep and curved however long it is.</summary>
    public bool IsSteep(long age) =>
        age < _releaseStart && age >= _attackStart && age < Math.Min(_attackStart + SteepFrames, _holdStart);

    /// <summary>The value at an age.</summary>
    public double Value(long age)
    {
        if (age >= _releaseStart)
        {
            return Math.Max(0, _releaseFrom - (age - _releaseStart) * _releaseSlope);
        }

        if (age >= _decayStart)
        {
            return Math.Max(_sustain, 1 - (age - _decayStart) * _decaySlope);
        }

        var x = (age - _attackStart) / _attackFrames;
        return x <= 0 ? 0
            : x >= 1 ? 1
            : Convex(x);
    }

    /// <summary>1 + (40/96) log10 x, from 0: the convex curve of section 9.5.3.</summary>
    private static double Convex(double x) => Math.Max(0, 1 + 40.0 / 96.0 * Audio.DeterministicMath.Log10(x));
}

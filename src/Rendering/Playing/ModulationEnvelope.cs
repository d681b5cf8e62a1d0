namespace Troubadour.Rendering;

/// <summary>
/// The modulation envelope (SoundFont 2.04, generators 25 to 32), 0 to 1: the attack is convex, decay and release fall linearly,
/// the whole way taking the time given. Ages are frames since the note began.
/// </summary>
internal sealed class ModulationEnvelope
{
    private long _attackStart;
    private double _attackFrames;
    private long _decayStart;
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
        _decayStart = _attackStart + (long)Math.Round(_attackFrames) + Timecents.DelayFrames(hold, rate);
        _decaySlope = 1 / Timecents.Frames(decay, -12000, 8000, rate);
        _sustain = 1 - Math.Clamp(values[(int)Generator.ModulationEnvelopeSustain], 0, 1000) / 1000;
        _releaseSlope = 1 / Timecents.Frames(values[(int)Generator.ModulationEnvelopeRelease], -12000, 8000, rate);
        _releaseStart = long.MaxValue;
    }

    /// <summary>Lets go at this age.</summary>
    public void Release(long age)
    {
        _releaseFrom = Value(age);
        _releaseStart = age;
    }

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

using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>
/// The volume envelope (SoundFont 2.04, generators 33 to 40): delay, attack with the amplitude rising linearly, hold, decay and release
/// falling linearly in decibels, at such a slope that the whole 100 dB would take the time given. Ages are frames since the note began.
/// </summary>
internal sealed class VolumeEnvelope
{
    /// <summary>The attenuation that counts as silence, in centibels.</summary>
    public const double Silence = 1000;

    /// <summary>Shortest release in timecents (16 ms), below which it would click.</summary>
    private const double ShortestRelease = -7200;

    private long _attackStart;
    private long _holdStart;
    private long _decayStart;
    private long _decayEnd;
    private double _attackSlope;
    private double _decaySlope;
    private double _sustain;
    private double _releaseSlope;
    private double _releaseTimecents;
    private double _releaseFrom;
    private long _releaseStart = long.MaxValue;
    private int _rate;

    /// <summary>Starts the envelope anew.</summary>
    /// <param name="values">Generator amounts after modulators.</param>
    /// <param name="key">The note's key, by which hold and decay scale.</param>
    /// <param name="rate">Frames a second.</param>
    public void Start(ReadOnlySpan<double> values, int key, int rate)
    {
        var hold =
            values[(int)Generator.VolumeEnvelopeHold] + values[(int)Generator.KeyToVolumeEnvelopeHold] * (60 - key);
        var decay =
            values[(int)Generator.VolumeEnvelopeDecay] + values[(int)Generator.KeyToVolumeEnvelopeDecay] * (60 - key);
        _rate = rate;
        _sustain = Math.Clamp(values[(int)Generator.VolumeEnvelopeSustain], 0, Silence);
        _attackStart = Timecents.DelayFrames(values[(int)Generator.VolumeEnvelopeDelay], rate);
        var attack = Timecents.Frames(values[(int)Generator.VolumeEnvelopeAttack], -12000, 8000, rate);
        _attackSlope = 1.0 / attack;
        _holdStart = _attackStart + (long)Math.Round(attack);
        _decayStart = _holdStart + Timecents.DelayFrames(hold, rate);
        var full = Timecents.Frames(decay, -12000, 8000, rate);
        _decaySlope = Silence / full;
        _decayEnd = _decayStart + (long)Math.Ceiling(full * _sustain / Silence);
        _releaseTimecents = values[(int)Generator.VolumeEnvelopeRelease];
        _releaseStart = long.MaxValue;
    }

    /// <summary>True once released or falling to silence by itself.</summary>
    public bool IsFalling(long age) => age >= _releaseStart || (age >= _decayStart && _sustain >= Silence);

    /// <summary>The next age after <paramref name="age"/> at which the curve has a corner.</summary>
    public long NextCorner(long age)
    {
        if (_releaseStart <= age)
        {
            return long.MaxValue;
        }

        return age < _attackStart ? _attackStart
            : age < _holdStart ? _holdStart
            : age < _decayStart ? _decayStart
            : age < _decayEnd ? _decayEnd
            : long.MaxValue;
    }

    /// <summary>Frames from this age over which a straight line stays within 0.2 % of the curve's present height (a fall of about 1 dB).</summary>
    public long StraightFrames(long age)
    {
        const double Fall = 10;
        var slope =
            age >= _releaseStart ? _releaseSlope
            : age >= _decayStart && age < _decayEnd ? _decaySlope
            : 0;
        return slope == 0 ? long.MaxValue / 2 : Math.Max(16, (long)(Fall / slope));
    }

    /// <summary>Lets go at this age, from wherever the curve is.</summary>
    /// <param name="age">Frames since the note began.</param>
    /// <param name="timecents">Time for 100 dB, or NaN for the envelope's own.</param>
    public void Release(long age, double timecents = double.NaN)
    {
        var amplitude = Amplitude(age);
        _releaseFrom = amplitude <= 1e-5 ? Silence : -20 * 10 * DeterministicMath.Log10(amplitude);
        var time = double.IsNaN(timecents) ? _releaseTimecents : timecents;
        _releaseSlope = Silence / Timecents.Frames(time, ShortestRelease, 8000, _rate);
        _releaseStart = age;
    }

    /// <summary>The amplitude at an age, 0 to 1.</summary>
    public double Amplitude(long age)
    {
        if (age >= _releaseStart)
        {
            var level = _releaseFrom + (age - _releaseStart) * _releaseSlope;
            return level >= Silence ? 0 : FastExponential.Amplitude(level);
        }

        if (age < _holdStart)
        {
            return age <= _attackStart ? 0 : Math.Min(1, (age - _attackStart) * _attackSlope);
        }

        if (age <= _decayStart)
        {
            return 1;
        }

        var fallen = Math.Min(_sustain, (age - _decayStart) * _decaySlope);
        return fallen >= Silence ? 0 : FastExponential.Amplitude(fallen);
    }
}

namespace Troubadour.Rendering;

/// <summary>A low-frequency oscillator (SoundFont 2.04, generators 21 to 24): a triangle of ±1 that after its delay rises from 0.</summary>
internal sealed class TriangleOscillator
{
    private long _delay;
    private double _cyclesPerFrame;

    /// <summary>Starts it anew.</summary>
    /// <param name="delayTimecents">Time before it moves.</param>
    /// <param name="frequencyCents">Frequency in absolute cents.</param>
    /// <param name="rate">Frames a second.</param>
    public void Start(double delayTimecents, double frequencyCents, int rate)
    {
        _delay = Timecents.DelayFrames(delayTimecents, rate);
        _cyclesPerFrame = Timecents.Hertz(Math.Clamp(frequencyCents, -16000, 4500)) / rate;
    }

    /// <summary>How fast the value moves, in units of 1 a frame.</summary>
    public double Speed => 4 * _cyclesPerFrame;

    /// <summary>The value at an age in frames.</summary>
    public double Value(long age)
    {
        if (age <= _delay)
        {
            return 0;
        }

        var cycles = (age - _delay) * _cyclesPerFrame;
        var phase = cycles - Math.Floor(cycles);
        return phase < 0.25 ? 4 * phase
            : phase < 0.75 ? 2 - 4 * phase
            : 4 * phase - 4;
    }
}

namespace Troubadour.Audio;

/// <summary>
/// The recursion y += a (x - y): a first-order low-pass, or a smoother with an exponential time constant. Double state.
/// </summary>
public sealed class OnePole
{
    private const int FlushEvery = 1024;
    private const double Tiny = 1e-30;

    private readonly double _a;
    private double _y;
    private int _untilFlush = FlushEvery;

    private OnePole(double a)
    {
        _a = a;
    }

    /// <summary>A first-order low-pass whose gain is -3 dB at about <paramref name="frequency"/> hertz (well below half the rate).</summary>
    public static OnePole LowPass(double frequency, int rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequency);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        return new(1 - DeterministicMath.Exp(-2 * Math.PI * frequency / rate));
    }

    /// <summary>A smoother that covers 63 % of a step in <paramref name="seconds"/>; 0 follows at once.</summary>
    public static OnePole Smoother(double seconds, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        return new(seconds == 0 ? 1 : 1 - DeterministicMath.Exp(-1 / (seconds * rate)));
    }

    /// <summary>The next value.</summary>
    public double Next(double x)
    {
        _y += _a * (x - _y);
        if (--_untilFlush == 0)
        {
            _untilFlush = FlushEvery;
            _y = Math.Abs(_y) < Tiny ? 0 : _y;
        }

        return _y;
    }

    /// <summary>Filters in place.</summary>
    public void Process(Span<float> samples)
    {
        foreach (ref var sample in samples)
        {
            sample = (float)Next(sample);
        }
    }

    /// <summary>Rests at <paramref name="value"/>.</summary>
    public void Reset(double value = 0)
    {
        _y = value;
        _untilFlush = FlushEvery;
    }
}

namespace Troubadour.Audio;

/// <summary>One channel of a second-order filter in transposed direct form II with double state.</summary>
public sealed class Biquad
{
    // Decaying state is cut to zero at fixed positions, before it turns into slow denormal numbers; fixed, so that the block size does
    // not show.
    private const int FlushEvery = 1024;
    private const double Tiny = 1e-30;

    private double _s1;
    private double _s2;
    private int _untilFlush = FlushEvery;

    /// <summary>Makes the filter at rest.</summary>
    public Biquad(BiquadCoefficients coefficients)
    {
        Coefficients = coefficients;
    }

    /// <summary>The filter; may be changed between blocks.</summary>
    public BiquadCoefficients Coefficients { get; set; }

    /// <summary>Filters in place.</summary>
    public void Process(Span<float> samples)
    {
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, _untilFlush);
            Run(samples[..count]);
            samples = samples[count..];
            _untilFlush -= count;
            if (_untilFlush == 0)
            {
                _untilFlush = FlushEvery;
                _s1 = Math.Abs(_s1) < Tiny ? 0 : _s1;
                _s2 = Math.Abs(_s2) < Tiny ? 0 : _s2;
            }
        }
    }

    /// <summary>Back to rest.</summary>
    public void Reset()
    {
        _s1 = 0;
        _s2 = 0;
        _untilFlush = FlushEvery;
    }

    private void Run(Span<float> samples)
    {
        var (b0, b1, b2, a1, a2) = Coefficients;
        var (s1, s2) = (_s1, _s2);
        for (var i = 0; i < samples.Length; i++)
        {
            double x = samples[i];
            var y = b0 * x + s1;
            s1 = (b1 * x + s2) - a1 * y;
            s2 = b2 * x - a2 * y;
            samples[i] = (float)y;
        }

        (_s1, _s2) = (s1, s2);
    }
}

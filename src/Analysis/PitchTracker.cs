using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Pitch of one voice by YIN (A. de Cheveigné and H. Kawahara 2002, JASA 111): the cumulative-mean-normalised difference function, its first
/// dip under a threshold, a parabola through it. The differences come from correlations by fast Fourier transform.
/// </summary>
public sealed class PitchTracker
{
    private const double Threshold = 0.12;
    private const double SilentPower = 1e-7;

    private readonly int _rate;
    private readonly int _hop;
    private readonly int _window;
    private readonly int _shortest;
    private readonly int _longest;
    private readonly Fft _fft;
    private readonly float[] _re;
    private readonly float[] _im;
    private readonly double[] _difference;

    /// <summary>Makes a tracker.</summary>
    /// <param name="rate">Samples a second.</param>
    /// <param name="lowestHz">The lowest fundamental to look for, 20 or more.</param>
    /// <param name="highestHz">The highest, at most an eighth of the rate.</param>
    /// <param name="hopSeconds">Time between frames.</param>
    public PitchTracker(
        int rate = SampleRate.House,
        double lowestHz = 60,
        double highestHz = 1200,
        double hopSeconds = 0.01
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lowestHz, 20);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highestHz, lowestHz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(highestHz, rate / 8.0);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hopSeconds);
        _rate = rate;
        _hop = Math.Max(1, (int)Math.Round(hopSeconds * rate));
        _shortest = (int)(rate / highestHz);
        _longest = (int)Math.Ceiling(rate / lowestHz) + 1;
        _window = Math.Max(_longest, rate / 43);
        var size = 2;
        while (size < _window + _longest + 1)
        {
            size *= 2;
        }

        _fft = new(size);
        (_re, _im) = (new float[size], new float[size]);
        _difference = new double[_longest + 1];
    }

    /// <summary>The pitch every hop, from second 0 to the end.</summary>
    public IReadOnlyList<PitchFrame> Track(ReadOnlySpan<float> samples)
    {
        var frames = new List<PitchFrame>(samples.Length / _hop + 1);
        var span = _window + _longest;
        var frame = new float[span];
        for (var middle = 0; middle < samples.Length; middle += _hop)
        {
            var start = middle - span / 2;
            for (var i = 0; i < span; i++)
            {
                var at = start + i;
                frame[i] = at >= 0 && at < samples.Length ? samples[at] : 0;
            }

            frames.Add(Look(frame, (double)middle / _rate));
        }

        return frames;
    }

    private PitchFrame Look(float[] frame, double second)
    {
        var power = 0.0;
        foreach (var sample in frame)
        {
            power += (double)sample * sample;
        }

        if (power < SilentPower * frame.Length)
        {
            return new(second, 0, 0);
        }

        Differences(frame);
        var lag = BestLag();
        var vertex = lag + Onsets.Vertex(-_difference[lag - 1], -_difference[lag], -_difference[lag + 1]);
        return new(second, _rate / vertex, Math.Clamp(1 - _difference[lag], 0, 1));
    }

    /// <summary>The difference function over its mean up to each lag.</summary>
    private void Differences(float[] frame)
    {
        Correlate(frame);
        var first = 0.0;
        for (var i = 0; i < _window; i++)
        {
            first += (double)frame[i] * frame[i];
        }

        var (moved, sum) = (first, 0.0);
        _difference[0] = 1;
        for (var lag = 1; lag <= _longest; lag++)
        {
            double leaving = frame[lag - 1];
            double entering = frame[lag + _window - 1];
            moved += entering * entering - leaving * leaving;
            var difference = Math.Max(0, first + moved - 2 * _re[lag]);
            sum += difference;
            _difference[lag] = sum <= 0 ? 1 : difference * lag / sum;
        }
    }

    /// <summary>Leaves the correlation of the window with the frame at each lag in the real part.</summary>
    private void Correlate(float[] frame)
    {
        Array.Clear(_re);
        Array.Clear(_im);
        frame.AsSpan(0, _window).CopyTo(_re);
        frame.CopyTo(_im, 0);
        _fft.Forward(_re, _im);
        var half = _fft.Length / 2;
        for (var k = 0; k <= half; k++)
        {
            // Both are real: their spectra come apart by symmetry, and conj(A) B is symmetric again.
            var m = (_fft.Length - k) & (_fft.Length - 1);
            var (ar, ai) = (0.5f * (_re[k] + _re[m]), 0.5f * (_im[k] - _im[m]));
            var (br, bi) = (0.5f * (_im[k] + _im[m]), 0.5f * (_re[m] - _re[k]));
            var (cr, ci) = (ar * br + ai * bi, ar * bi - ai * br);
            (_re[k], _im[k]) = (cr, ci);
            (_re[m], _im[m]) = (cr, -ci);
        }

        _fft.Inverse(_re, _im);
    }

    private int BestLag()
    {
        var best = _shortest;
        for (var lag = Math.Max(2, _shortest); lag < _longest; lag++)
        {
            if (_difference[lag] < Threshold)
            {
                while (lag + 1 < _longest && _difference[lag + 1] < _difference[lag])
                {
                    lag++;
                }

                return lag;
            }

            best = _difference[lag] < _difference[best] ? lag : best;
        }

        return Math.Clamp(best, 1, _longest - 1);
    }
}

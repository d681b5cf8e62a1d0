using Troubadour.Audio;

namespace Troubadour.Singing.Measures;

/// <summary>
/// Mel-cepstra of a voice's spectral envelope at 16 kHz. The envelope is smoothed by the pitch (Morise 2015, CheapTrick: a window of three
/// periods, a running mean over two thirds of the pitch, a lifter that is zero at the period), so that harmonics do not count as formants.
/// </summary>
public sealed class MelCepstrum
{
    /// <summary>The rate it works at, in hertz.</summary>
    public const int Rate = 16000;

    /// <summary>Coefficients 1 to this one are given; the zeroth, the level, is not.</summary>
    public const int Order = 24;

    private const int Length = 2048;
    private const int Half = Length / 2;
    private const double Alpha = 0.42;
    private const int Points = 256;
    private readonly Fft _fft = new(Length);
    private readonly float[] _real = new float[Length];
    private readonly float[] _imaginary = new float[Length];
    private readonly double[] _sums = new double[2 * Half + 2];

    /// <summary>The coefficients of one frame, in nepers of amplitude: the log spectrum is their cosine series on the mel axis.</summary>
    /// <param name="samples">Mono at 16 kHz.</param>
    /// <param name="centre">Index of the sample in the middle; outside the take is silence.</param>
    /// <param name="hertz">The pitch there, 50 to 1000.</param>
    public double[] Of(ReadOnlySpan<float> samples, int centre, double hertz)
    {
        Window(samples, centre, hertz);
        _fft.Forward(_real, _imaginary);
        for (var k = 0; k < Length; k++)
        {
            _real[k] = _real[k] * _real[k] + _imaginary[k] * _imaginary[k];
            _imaginary[k] = 0;
        }

        Smooth(hertz);
        Lift(hertz);
        return Warped();
    }

    private void Window(ReadOnlySpan<float> samples, int centre, double hertz)
    {
        Array.Clear(_real);
        Array.Clear(_imaginary);
        var reach = (int)(1.5 * Rate / hertz);
        for (var n = -reach; n <= reach; n++)
        {
            if (centre + n >= 0 && centre + n < samples.Length)
            {
                var hann = 0.5 + 0.5 * Math.Cos(Math.PI * n / (reach + 1));
                _real[(n + Length) % Length] = (float)(samples[centre + n] * hann);
            }
        }
    }

    // Below the pitch the spectrum is mirrored at half of it, then a running mean over two thirds of the pitch.
    private void Smooth(double hertz)
    {
        var bins = hertz * Length / Rate;
        Span<double> power = stackalloc double[Half + 1];
        for (var k = 0; k <= Half; k++)
        {
            var mirrored = (int)Math.Round(bins) - k;
            power[k] = _real[k] + (mirrored >= 0 ? _real[mirrored] : 0) + 1e-12;
        }

        // Sums of the spectrum, mirrored at both ends, from minus a half turn on.
        var offset = Half / 2;
        for (var i = 0; i < _sums.Length - 1; i++)
        {
            var k = Math.Abs(i - offset);
            _sums[i + 1] = _sums[i] + power[k <= Half ? k : Length - k];
        }

        var reach = bins / 3;
        for (var k = 0; k <= Half; k++)
        {
            var mean = (SumTo(k + offset + 0.5 + reach) - SumTo(k + offset + 0.5 - reach)) / (2 * reach);
            var log = (float)(0.5 * Math.Log(mean));
            _real[k] = log;
            _real[(Length - k) % Length] = log;
        }
    }

    private double SumTo(double place)
    {
        var whole = (int)place;
        return _sums[whole] + (place - whole) * (_sums[whole + 1] - _sums[whole]);
    }

    private void Lift(double hertz)
    {
        _fft.Inverse(_real, _imaginary);
        for (var q = 0; q < Length; q++)
        {
            var turns = hertz * Math.Min(q, Length - q) / Rate;
            var sinc = q == 0 ? 1 : Math.Sin(Math.PI * turns) / (Math.PI * turns);
            _real[q] *= (float)(sinc * (1.18 - 0.18 * Math.Cos(2 * Math.PI * turns)));
            _imaginary[q] = 0;
        }

        _fft.Forward(_real, _imaginary);
    }

    private double[] Warped()
    {
        var cepstrum = new double[Order];
        for (var p = 0; p < Points; p++)
        {
            var mel = Math.PI * (p + 0.5) / Points;
            var omega = mel - 2 * Math.Atan(Alpha * Math.Sin(mel) / (1 + Alpha * Math.Cos(mel)));
            var at = omega / Math.PI * Half;
            var low = (int)at;
            var log = _real[low] + (at - low) * (_real[low + 1] - _real[low]);
            for (var m = 1; m <= Order; m++)
            {
                cepstrum[m - 1] += 2.0 / Points * log * Math.Cos(m * mel);
            }
        }

        return cepstrum;
    }
}

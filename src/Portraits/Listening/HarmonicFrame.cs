using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>
/// Reads harmonics out of a frame of sound whose pitch is known: their levels, joined by straight lines over the logarithm of frequency,
/// are the envelope; what lies between them is noise.
/// </summary>
internal sealed class HarmonicFrame
{
    private const int Size = 2048;
    private const double NoiseFrom = 800;
    private const double NoiseTo = 4000;
    private const double Highest = 10500;
    private const double Floor = 1e-13;

    private readonly Fft _fft = new(Size);
    private readonly float[] _window = new float[Size];
    private readonly float[] _real = new float[Size];
    private readonly float[] _imaginary = new float[Size];
    private readonly double[] _power = new double[Size / 2];
    private readonly double[] _levels = new double[256];
    private readonly double[] _points = new double[256];

    public HarmonicFrame()
    {
        for (var i = 0; i < Size; i++)
        {
            _window[i] = (float)(0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / Size));
        }
    }

    /// <summary>Harmonics above the noise between them in the last frame, dB.</summary>
    public double HarmonicsToNoise { get; private set; }

    /// <summary>Level of the last frame, dB.</summary>
    public double Level { get; private set; }

    /// <summary>Reads one frame.</summary>
    /// <param name="samples">The clip, 44.1 kHz.</param>
    /// <param name="middle">The frame's middle.</param>
    /// <param name="hertz">Its fundamental.</param>
    /// <param name="envelope">Receives the level in dB at each point of <see cref="EnvelopeGrid"/>.</param>
    public void Read(ReadOnlySpan<float> samples, int middle, double hertz, Span<float> envelope)
    {
        Transform(samples, middle);
        var bin = hertz * Size / SampleRate.House;
        var count = Math.Min(_levels.Length - 1, (int)(Highest / hertz));
        var (over, heard) = (0.0, 0);
        for (var k = 0; k < count; k++)
        {
            _levels[k] = Decibels(Strongest((k + 0.75) * bin, (k + 1.25) * bin));
            _points[k] = EnvelopeGrid.Point((k + 1) * hertz);
            if ((k + 1) * hertz is >= NoiseFrom and < NoiseTo)
            {
                over += _levels[k] - Decibels(Mean((k + 1.38) * bin, (k + 1.62) * bin));
                heard++;
            }
        }

        HarmonicsToNoise = over / Math.Max(1, heard);
        Join(count, envelope);
    }

    private static double Decibels(double power) => 10 * DeterministicMath.Log10(power + Floor);

    private void Transform(ReadOnlySpan<float> samples, int middle)
    {
        var energy = 0.0;
        for (var i = 0; i < Size; i++)
        {
            var at = middle - Size / 2 + i;
            var sample = at >= 0 && at < samples.Length ? samples[at] : 0;
            energy += (double)sample * sample;
            _real[i] = sample * _window[i];
        }

        Level = Decibels(energy / Size);
        Array.Clear(_imaginary);
        _fft.Forward(_real, _imaginary);
        for (var k = 0; k < _power.Length; k++)
        {
            _power[k] = ((double)_real[k] * _real[k] + (double)_imaginary[k] * _imaginary[k]) / Size;
        }
    }

    private double Strongest(double from, double to)
    {
        var best = 0.0;
        for (var k = (int)Math.Round(from); k <= Math.Min(_power.Length - 1, (int)Math.Round(to)); k++)
        {
            best = Math.Max(best, _power[k]);
        }

        return best;
    }

    private double Mean(double from, double to)
    {
        var (first, last) = ((int)Math.Round(from), Math.Min(_power.Length - 1, (int)Math.Round(to)));
        var sum = 0.0;
        for (var k = first; k <= last; k++)
        {
            sum += _power[k];
        }

        return sum / Math.Max(1, last - first + 1);
    }

    private void Join(int count, Span<float> envelope)
    {
        var k = 0;
        for (var point = 0; point < envelope.Length; point++)
        {
            while (k + 2 < count && _points[k + 1] < point)
            {
                k++;
            }

            var share = Math.Clamp((point - _points[k]) / (_points[k + 1] - _points[k]), 0, 1);
            envelope[point] = (float)(_levels[k] + share * (_levels[k + 1] - _levels[k]));
        }
    }
}

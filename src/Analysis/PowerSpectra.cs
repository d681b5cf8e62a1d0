using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Power spectra of frames of the mean of both channels, under a Hann window.</summary>
internal sealed class PowerSpectra
{
    private readonly AudioBuffer _audio;
    private readonly int _size;
    private readonly int _hop;
    private readonly Fft _fft;
    private readonly float[] _window;
    private readonly float[] _re;
    private readonly float[] _im;

    public PowerSpectra(AudioBuffer audio, int size, int hop)
    {
        (_audio, _size, _hop) = (audio, size, hop);
        _fft = new(size);
        _window = new float[size];
        for (var i = 0; i < size; i++)
        {
            _window[i] = (float)(0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / size));
        }

        (_re, _im) = (new float[size], new float[size]);
        Count = audio.Length == 0 ? 0 : 1 + audio.Length / hop;
    }

    /// <summary>Frames; frame k is centred on sample k hop.</summary>
    public int Count { get; }

    /// <summary>Bins of a spectrum, from 0 to half the rate.</summary>
    public int Bins => _size / 2 + 1;

    /// <summary>The frequency of a bin, Hz.</summary>
    public double Hertz(int bin) => (double)bin * _audio.Rate / _size;

    /// <summary>Computes two frames that follow each other in one transform: one as the real, one as the imaginary part.</summary>
    public void Pair(int frame, Span<float> first, Span<float> second)
    {
        Load(frame, _re);
        Load(frame + 1, _im);
        _fft.Forward(_re, _im);
        for (var k = 0; k < Bins; k++)
        {
            var mirror = (_size - k) & (_size - 1);
            var (ar, ai) = (0.5f * (_re[k] + _re[mirror]), 0.5f * (_im[k] - _im[mirror]));
            var (br, bi) = (0.5f * (_im[k] + _im[mirror]), 0.5f * (_re[mirror] - _re[k]));
            first[k] = ar * ar + ai * ai;
            second[k] = br * br + bi * bi;
        }
    }

    private void Load(int frame, float[] target)
    {
        var start = frame * _hop - _size / 2;
        for (var i = 0; i < _size; i++)
        {
            var at = start + i;
            target[i] = at >= 0 && at < _audio.Length ? 0.5f * (_audio.Left[at] + _audio.Right[at]) * _window[i] : 0;
        }
    }
}

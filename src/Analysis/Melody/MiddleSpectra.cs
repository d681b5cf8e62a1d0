using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Magnitudes of what both channels share, 50 frames a second under a Hann window; frame k is centred on second k / 50.</summary>
internal sealed class MiddleSpectra
{
    /// <summary>Frames a second of lines.</summary>
    public const int Rate = 50;

    private readonly AudioBuffer _audio;
    private readonly int _hop;
    private readonly double _sides;
    private readonly Fft _fft;
    private readonly float[] _window;
    private readonly float[] _re;
    private readonly float[] _im;

    public MiddleSpectra(AudioBuffer audio, int size, int rate, double sides, double gain)
    {
        (_audio, _hop, _sides) = (audio, audio.Rate / rate, sides);
        _fft = new(size);
        _window = new float[size];
        for (var i = 0; i < size; i++)
        {
            _window[i] = (float)(gain * 4 / size * (0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / size)));
        }

        (_re, _im) = (new float[size], new float[size]);
        Count = audio.Length == 0 ? 0 : 1 + audio.Length / _hop;
    }

    /// <summary>Frames.</summary>
    public int Count { get; }

    /// <summary>Writes the magnitudes of a frame from bin 0 on.</summary>
    public void Read(int frame, Span<float> magnitudes)
    {
        var size = _window.Length;
        var start = frame * _hop - size / 2;
        for (var i = 0; i < size; i++)
        {
            var at = start + i;
            var inside = at >= 0 && at < _audio.Length;
            _re[i] = inside ? _audio.Left[at] * _window[i] : 0;
            _im[i] = inside ? _audio.Right[at] * _window[i] : 0;
        }

        _fft.Forward(_re, _im);
        for (var k = 0; k < magnitudes.Length; k++)
        {
            var mirror = (size - k) & (size - 1);
            var (lr, li) = (0.5f * (_re[k] + _re[mirror]), 0.5f * (_im[k] - _im[mirror]));
            var (rr, ri) = (0.5f * (_im[k] + _im[mirror]), 0.5f * (_re[mirror] - _re[k]));
            var (mr, mi, sr, si) = (0.5f * (lr + rr), 0.5f * (li + ri), 0.5f * (lr - rr), 0.5f * (li - ri));
            var (middle, side) = (mr * mr + mi * mi, sr * sr + si * si);
            magnitudes[k] = (float)Math.Sqrt(Math.Max(0, middle - _sides * side));
        }
    }
}

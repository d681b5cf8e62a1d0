using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>All frames of a song, mid as real and side as imaginary part.</summary>
internal sealed class Spectrogram
{
    private const int Lead = Grid.Fft - Grid.Hop;

    private readonly MidSideStft _stft = new();
    private readonly float[][] _real;
    private readonly float[][] _imaginary;
    private readonly int _length;

    public Spectrogram(AudioBuffer sound)
    {
        _length = sound.Length;
        Frames = (sound.Length + Grid.Hop - 1) / Grid.Hop + Grid.Fft / Grid.Hop - 1;
        _real = new float[Frames][];
        _imaginary = new float[Frames][];
        var padded = Lead + (Frames + 4) * Grid.Hop;
        var (left, right) = (new float[padded], new float[padded]);
        sound.Left.CopyTo(left, Lead);
        sound.Right.CopyTo(right, Lead);
        for (var frame = 0; frame < Frames; frame++)
        {
            (_real[frame], _imaginary[frame]) = (new float[Grid.Fft], new float[Grid.Fft]);
            var at = frame * Grid.Hop;
            _stft.Forward(left.AsSpan(at, Grid.Fft), right.AsSpan(at, Grid.Fft), _real[frame], _imaginary[frame]);
        }
    }

    /// <summary>Frames.</summary>
    public int Frames { get; }

    /// <summary>The power of mid (0) or side (1) in a bin.</summary>
    public float Power(int frame, int channel, int bin)
    {
        var mirror = (Grid.Fft - bin) & (Grid.Fft - 1);
        var sign = channel == 0 ? 1 : -1;
        var real = _real[frame][bin] + sign * _real[frame][mirror];
        var imaginary = _imaginary[frame][bin] - sign * _imaginary[frame][mirror];
        return 0.25f * (real * real + imaginary * imaginary);
    }

    /// <summary>The sound after masks: (frame, channel, bin) to 0..1.</summary>
    public AudioBuffer Masked(Func<int, int, int, float> mask)
    {
        var (left, right) = (new float[Lead + (Frames + 4) * Grid.Hop], new float[Lead + (Frames + 4) * Grid.Hop]);
        var (real, imaginary) = (new float[Grid.Fft], new float[Grid.Fft]);
        for (var frame = 0; frame < Frames; frame++)
        {
            for (var k = 0; k < Grid.Bins; k++)
            {
                var mirror = (Grid.Fft - k) & (Grid.Fft - 1);
                var (mid, side) = (mask(frame, 0, k), mask(frame, 1, k));
                var (own, other) = (0.5f * (mid + side), 0.5f * (mid - side));
                var (r, i) = (_real[frame], _imaginary[frame]);
                (real[k], imaginary[k]) = (own * r[k] + other * r[mirror], own * i[k] - other * i[mirror]);
                (real[mirror], imaginary[mirror]) = (own * r[mirror] + other * r[k], own * i[mirror] - other * i[k]);
            }

            var at = frame * Grid.Hop;
            _stft.AddInverse(real, imaginary, left.AsSpan(at, Grid.Fft), right.AsSpan(at, Grid.Fft));
        }

        var sound = new AudioBuffer(_length);
        left.AsSpan(Lead, _length).CopyTo(sound.Left);
        right.AsSpan(Lead, _length).CopyTo(sound.Right);
        return sound;
    }
}

using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>The power of mono sound over time and frequency, as far up as fingerprints listen.</summary>
internal sealed class PowerMap
{
    /// <summary>Frames a second of the sound that spectra are taken of.</summary>
    public const int Rate = 11_025;

    /// <summary>Samples from one frame to the next.</summary>
    public const int Hop = 352;

    /// <summary>Samples of a frame.</summary>
    public const int Size = 1024;

    /// <summary>Bins that are kept, from 0 Hz up.</summary>
    public const int Bins = 412;

    private readonly float[] _power;

    /// <summary>Takes the spectra of the mean of both channels.</summary>
    /// <param name="audio">Sound of any rate.</param>
    /// <param name="delay">Samples at <see cref="Rate"/> that the first frame starts later.</param>
    public PowerMap(AudioBuffer audio, int delay = 0)
        : this(ToMono(audio), delay) { }

    /// <summary>Takes the spectra of mono sound at <see cref="Rate"/>.</summary>
    public PowerMap(float[] mono, int delay)
    {
        Frames = Math.Max(0, (mono.Length - delay - Size + Hop) / Hop);
        _power = new float[Frames * Bins];
        var fft = new Fft(Size);
        var window = MakeWindow();
        var (re, im) = (new float[Size], new float[Size]);
        for (var frame = 0; frame < Frames; frame += 2)
        {
            Load(mono, delay + frame * Hop, window, re);
            Load(mono, delay + (frame + 1) * Hop, window, im);
            fft.Forward(re, im);
            Split(re, im, frame);
        }
    }

    /// <summary>Frames.</summary>
    public int Frames { get; }

    /// <summary>The spectrum of a frame, <see cref="Bins"/> values.</summary>
    public ReadOnlySpan<float> this[int frame] => _power.AsSpan(frame * Bins, Bins);

    /// <summary>The mean of both channels at <see cref="Rate"/>.</summary>
    public static float[] ToMono(AudioBuffer audio)
    {
        const int HalfTaps = 24;
        const int Block = 1 << 14;
        var resampler = new Resampler(audio.Rate, Rate, HalfTaps);
        var mono = new float[resampler.MaxOutput(audio.Length) + resampler.MaxOutput(resampler.Tail)];
        var block = new float[Block];
        var written = 0;
        for (var start = 0; start < audio.Length; start += Block)
        {
            var count = Math.Min(Block, audio.Length - start);
            for (var i = 0; i < count; i++)
            {
                block[i] = 0.5f * (audio.Left[start + i] + audio.Right[start + i]);
            }

            written += resampler.Process(block.AsSpan(0, count), mono.AsSpan(written));
        }

        written += resampler.Finish(mono.AsSpan(written));
        return mono[..written];
    }

    // Two real frames in one transform: one as the real, one as the imaginary part.
    private void Split(float[] re, float[] im, int frame)
    {
        for (var k = 0; k < Bins; k++)
        {
            var mirror = (Size - k) & (Size - 1);
            var (ar, ai) = (re[k] + re[mirror], im[k] - im[mirror]);
            _power[frame * Bins + k] = ar * ar + ai * ai;
            if (frame + 1 < Frames)
            {
                var (br, bi) = (im[k] + im[mirror], re[mirror] - re[k]);
                _power[(frame + 1) * Bins + k] = br * br + bi * bi;
            }
        }
    }

    private static void Load(float[] mono, int start, float[] window, float[] target)
    {
        for (var i = 0; i < Size; i++)
        {
            target[i] = start + i < mono.Length ? mono[start + i] * window[i] : 0;
        }
    }

    private static float[] MakeWindow()
    {
        var window = new float[Size];
        for (var i = 0; i < Size; i++)
        {
            // The sum is 1 over both halves of the spectrum, so that a full-scale sine has a power of about 1.
            window[i] = (float)((1 - DeterministicMath.Cos(2 * Math.PI * (i + 0.5) / Size)) / Size);
        }

        return window;
    }
}

using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Log magnitudes of a sound in thirds of an octave, 100 times a second, and where they rise.</summary>
internal sealed class BandFrames
{
    /// <summary>Frames a second.</summary>
    public const int Rate = 100;

    /// <summary>Seconds from where a rise is seen to where it is heard.</summary>
    public const double Late = -0.002;

    private const int Size = 2048;
    private const int Lag = 2;
    private const int Near = 3;
    private const float Least = 0.04f;

    private readonly float[] _levels;

    private BandFrames(int count, double[] centres)
    {
        (Count, Centres) = (count, centres);
        _levels = new float[count * centres.Length];
        Rises = new float[count];
    }

    /// <summary>Frames.</summary>
    public int Count { get; }

    /// <summary>The middles of the bands, Hz.</summary>
    public double[] Centres { get; }

    /// <summary>Bands.</summary>
    public int Bands => Centres.Length;

    /// <summary>How much the bands of each frame rose, on average.</summary>
    public float[] Rises { get; }

    /// <summary>The levels of a frame; the first and last frame stand for what lies outside.</summary>
    public ReadOnlySpan<float> this[int frame] => _levels.AsSpan(Math.Clamp(frame, 0, Count - 1) * Bands, Bands);

    /// <summary>Measures a sound.</summary>
    /// <param name="audio">The sound.</param>
    /// <param name="gain">Factor that brings its song to the usual level.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static BandFrames Of(AudioBuffer audio, double gain, CancellationToken cancellation)
    {
        var spectra = new PowerSpectra(audio, Size, audio.Rate / Rate);
        var bank = new FilterBank((double)audio.Rate / Size, spectra.Bins, 40, 3);
        var frames = new BandFrames(spectra.Count, bank.Centres);
        var (first, second) = (new float[spectra.Bins], new float[spectra.Bins]);
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            cancellation.ThrowIfCancellationRequested();
            spectra.Pair(frame, first, second);
            frames.Take(frame, first, bank, gain);
            if (frame + 1 < spectra.Count)
            {
                frames.Take(frame + 1, second, bank, gain);
            }
        }

        return frames;
    }

    /// <summary>The rise of a frame; outside, that of the first or last one.</summary>
    public float Rise(int frame) => Rises[Math.Clamp(frame, 0, Count - 1)];

    /// <summary>Frames whose rise is a peak, at least 40 ms apart.</summary>
    public List<int> Peaks()
    {
        var peaks = new List<int>();
        for (var f = 1; f + 1 < Count; f++)
        {
            var top = Rises[f] >= Least;
            for (var k = Math.Max(0, f - Near); k < Math.Min(Count, f + Near + 1) && top; k++)
            {
                top = k < f ? Rises[k] < Rises[f] : Rises[k] <= Rises[f];
            }

            if (top)
            {
                peaks.Add(f);
            }
        }

        return peaks;
    }

    private void Take(int frame, float[] power, FilterBank bank, double gain)
    {
        var now = _levels.AsSpan(frame * Bands, Bands);
        bank.Apply(power, now);
        var scale = 4 * gain / Size;
        foreach (ref var value in now)
        {
            value = (float)DeterministicMath.Log(1 + 200 * scale * Math.Sqrt(value));
        }

        if (frame < Lag)
        {
            return;
        }

        var before = this[frame - Lag];
        var sum = 0f;
        for (var b = 0; b < now.Length; b++)
        {
            sum += Math.Max(0, now[b] - before[b]);
        }

        Rises[frame] = sum / now.Length;
    }
}

using System.Buffers;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>Fills the band above the voice's Nyquist frequency with noise that follows the level just below it, about 2 dB lower.</summary>
internal static class BandExtension
{
    private const float Share = 0.8f;
    private const double Q1 = 0.54119610;
    private const double Q2 = 1.30656296;

    /// <summary>Adds the band to samples at the output rate.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="rate">Its rate.</param>
    /// <param name="levels">Spectral amplitude below the Nyquist frequency by frame.</param>
    /// <param name="frame">Seconds a frame.</param>
    /// <param name="from">The voice's Nyquist frequency in Hz.</param>
    /// <param name="random">Noise.</param>
    public static void Add(
        Span<float> samples,
        int rate,
        float[] levels,
        double frame,
        double from,
        RandomStream random
    )
    {
        if (from >= 0.45 * rate)
        {
            return;
        }

        var first = Biquad.HighPass(0.97 * from, Q1, rate);
        var second = Biquad.HighPass(0.97 * from, Q2, rate);
        var perFrame = frame * rate;
        var rented = ArrayPool<float>.Shared.Rent(samples.Length);
        var noise = rented.AsSpan(0, samples.Length);
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (float)((random.NextBits() >> 40) * (3.46410162 / (1 << 24)) - 1.73205081);
        }

        SectionRun.Filter(noise, noise, first, second);
        for (var i = 0; i < samples.Length; i++)
        {
            var position = i / perFrame;
            var t = (int)position;
            var level = t + 1 < levels.Length ? levels[t] + (float)(position - t) * (levels[t + 1] - levels[t]) : 0;
            samples[i] += Share * level * noise[i];
        }

        ArrayPool<float>.Shared.Return(rented);
    }
}

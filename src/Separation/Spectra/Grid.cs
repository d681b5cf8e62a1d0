using Troubadour.Audio;

namespace Troubadour.Separation;

/// <summary>
/// The frame grid and the bands, the same as in training: Hann windows of 4,096 samples every 1,024, single bins up to 1.3 kHz and 72
/// bands of equal ratio above.
/// </summary>
internal static class Grid
{
    /// <summary>Samples of a frame.</summary>
    public const int Fft = 4096;

    /// <summary>Samples from frame to frame.</summary>
    public const int Hop = 1024;

    /// <summary>Bins from 0 Hz to half the rate.</summary>
    public const int Bins = Fft / 2 + 1;

    /// <summary>Bins that are bands of their own.</summary>
    public const int SingleBins = 121;

    /// <summary>Bands above them.</summary>
    public const int LogBands = 72;

    /// <summary>All bands.</summary>
    public const int Bands = SingleBins + LogBands;

    /// <summary>Mid and side.</summary>
    public const int Channels = 2;

    /// <summary>Stems.</summary>
    public const int Stems = 4;

    /// <summary>Powers of a frame.</summary>
    public const int FramePowers = Channels * Bands;

    /// <summary>First bins of the bands and, last, the end: Bands + 1 numbers.</summary>
    public static int[] Edges()
    {
        var edges = new int[Bands + 1];
        for (var i = 0; i < SingleBins; i++)
        {
            edges[i] = i;
        }

        for (var i = 0; i <= LogBands; i++)
        {
            var ratio = DeterministicMath.Pow((double)Bins / SingleBins, (double)i / LogBands);
            edges[SingleBins + i] = (int)(SingleBins * ratio + 0.5);
        }

        return edges;
    }

    /// <summary>The periodic Hann window, times a factor.</summary>
    public static float[] Window(double factor)
    {
        var window = new float[Fft];
        for (var i = 0; i < Fft; i++)
        {
            window[i] = (float)(factor * (0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * i / Fft)));
        }

        return window;
    }
}

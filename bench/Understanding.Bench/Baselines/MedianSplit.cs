using Troubadour.Audio;
using Troubadour.Separation.Bench;

namespace Troubadour.Understanding.Bench;

/// <summary>
/// Drums as what is short and wide: medians over frequency against medians over time, soft masks with squares (Fitzgerald,
/// Harmonic/percussive separation using median filtering, DAFx 2010). Frames of 4,096 samples every 1,024, medians of 17, middle and side
/// apart. It differs from the separator's option in that it works on single bins.
/// </summary>
internal static class MedianSplit
{
    private const int Reach = 8;
    private const int Bins = 2049;
    private const float Floor = 1e-12f;

    /// <summary>The drums that it hears.</summary>
    public static AudioBuffer Drums(AudioBuffer mix)
    {
        var song = new Spectrogram(mix);
        var masks = new[] { Masks(song, 0), Masks(song, 1) };
        return song.Masked((frame, channel, bin) => masks[channel][frame][bin]);
    }

    private static float[][] Masks(Spectrogram song, int channel)
    {
        var magnitudes = new float[song.Frames][];
        var masks = new float[song.Frames][];
        for (var frame = 0; frame < song.Frames; frame++)
        {
            (magnitudes[frame], masks[frame]) = (new float[Bins], new float[Bins]);
            for (var bin = 0; bin < Bins; bin++)
            {
                magnitudes[frame][bin] = MathF.Sqrt(song.Power(frame, channel, bin));
            }

            MovingMedian.Of(magnitudes[frame], Reach, masks[frame]);
        }

        var (line, medians) = (new float[song.Frames], new float[song.Frames]);
        for (var bin = 0; bin < Bins; bin++)
        {
            for (var frame = 0; frame < song.Frames; frame++)
            {
                line[frame] = magnitudes[frame][bin];
            }

            MovingMedian.Of(line, Reach, medians);
            for (var frame = 0; frame < song.Frames; frame++)
            {
                var percussive = masks[frame][bin] * masks[frame][bin];
                masks[frame][bin] = percussive / (percussive + medians[frame] * medians[frame] + Floor);
            }
        }

        return masks;
    }
}

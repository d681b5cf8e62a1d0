using System.Numerics.Tensors;
using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>
/// The backing as what recurs: every frame's magnitudes are held to the median of the frames most like it (Rafii and Pardo,
/// Music/voice separation using the similarity matrix, ISMIR 2012). Frames a second apart or more, at most 25 of them; the voice lies above
/// 100 Hz.
/// </summary>
internal static class RepetSim
{
    private const int Most = 25;
    private const int Apart = 43;
    private const int LowestVoiceBin = 10;

    /// <summary>The backing that it hears.</summary>
    public static AudioBuffer Backing(AudioBuffer mix)
    {
        var song = new Spectrogram(mix);
        var similar = Similar(song);
        var magnitudes = new float[Most];
        var masks = new float[song.Frames][];
        for (var frame = 0; frame < song.Frames; frame++)
        {
            masks[frame] = new float[2 * Grid.Bins];
            for (var channel = 0; channel < 2; channel++)
            {
                for (var bin = 0; bin < Grid.Bins; bin++)
                {
                    var own = song.Power(frame, channel, bin);
                    var count = 0;
                    foreach (var other in similar[frame])
                    {
                        magnitudes[count++] = song.Power(other, channel, bin);
                    }

                    Array.Sort(magnitudes, 0, count);
                    var model = MathF.Sqrt(Math.Min(own, magnitudes[count / 2]));
                    masks[frame][channel * Grid.Bins + bin] =
                        bin < LowestVoiceBin ? 1 : (model + 1e-6f) / (MathF.Sqrt(own) + 1e-6f);
                }
            }
        }

        return song.Masked((frame, channel, bin) => masks[frame][channel * Grid.Bins + bin]);
    }

    private static List<int>[] Similar(Spectrogram song)
    {
        var vectors = Enumerable.Range(0, song.Frames).Select(frame => Unit(song, frame)).ToArray();
        var similar = new List<int>[song.Frames];
        for (var frame = 0; frame < song.Frames; frame++)
        {
            var likeness = vectors.Select(other => TensorPrimitives.Dot<float>(vectors[frame], other)).ToArray();
            var order = Enumerable.Range(0, song.Frames).OrderByDescending(other => likeness[other]);
            similar[frame] = [];
            foreach (var other in order)
            {
                if (similar[frame].TrueForAll(taken => Math.Abs(taken - other) >= Apart))
                {
                    similar[frame].Add(other);
                    if (similar[frame].Count == Most)
                    {
                        break;
                    }
                }
            }
        }

        return similar;
    }

    private static float[] Unit(Spectrogram song, int frame)
    {
        var edges = Grid.Edges();
        var vector = new float[Grid.Bands];
        for (var band = 0; band < Grid.Bands; band++)
        {
            for (var bin = edges[band]; bin < edges[band + 1]; bin++)
            {
                vector[band] += MathF.Sqrt(song.Power(frame, 0, bin) + song.Power(frame, 1, bin));
            }
        }

        var length = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(vector)) + 1e-9f;
        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}

using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>
/// The sounds of the house's reference voice, as a book of envelopes. How far a clip's envelopes must be moved along the logarithm of
/// frequency to fit the book best is its singer's formant scale (vocal-tract length normalisation: Lee and Rose, ICASSP 1996, with a
/// codebook in place of their models). Means over the clip are taken out first, so that equalisers and microphones do not count.
/// </summary>
internal sealed class VowelBook
{
    /// <summary>Numbers in an envelope of the book: six an octave from 250 Hz to 4 kHz.</summary>
    public const int Width = 25;

    private const int Stride = EnvelopeGrid.PerOctave / 6;
    private const int First = 31;
    private const int LowestShift = -20;
    private const int HighestShift = 14;
    private const int MostFrames = 1200;

    private readonly float[][] _sounds;

    /// <summary>Takes the envelopes.</summary>
    public VowelBook(float[][] sounds) => _sounds = sounds;

    /// <summary>The envelopes, in dB less their mean.</summary>
    public IReadOnlyList<float[]> Sounds => _sounds;

    /// <summary>The formant scale of a clip, and how much of its envelopes' movement the book explains there, 0 to 1.</summary>
    public (double Scale, double Fit) Listen(IReadOnlyList<float[]> frames)
    {
        var misses = new double[HighestShift - LowestShift + 1];
        for (var i = 0; i < misses.Length; i++)
        {
            misses[i] = Miss(Vectors(frames, LowestShift + i));
        }

        var best = 1;
        for (var i = 1; i < misses.Length - 1; i++)
        {
            best = misses[i] < misses[best] ? i : best;
        }

        var (before, at, after) = (misses[best - 1], misses[best], misses[best + 1]);
        var curve = before - 2 * at + after;
        var vertex = curve > 1e-12 ? Math.Clamp(0.5 * (before - after) / curve, -1, 1) : 0;
        return (DeterministicMath.Exp2((LowestShift + best + vertex) / EnvelopeGrid.PerOctave), 1 - at);
    }

    /// <summary>The vectors of a clip read with a shift in points.</summary>
    public static float[][] Vectors(IReadOnlyList<float[]> frames, int shift)
    {
        var step = Math.Max(1, frames.Count / MostFrames);
        var vectors = new float[(frames.Count + step - 1) / step][];
        var mean = new double[Width];
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector(frames[i * step], shift);
            for (var k = 0; k < Width; k++)
            {
                mean[k] += vectors[i][k] / vectors.Length;
            }
        }

        foreach (var vector in vectors)
        {
            for (var k = 0; k < Width; k++)
            {
                vector[k] -= (float)mean[k];
            }
        }

        return vectors;
    }

    /// <summary>How much envelopes move besides growing brighter and darker: root of the mean square, dB.</summary>
    public static double Movement(IReadOnlyList<float[]> frames)
    {
        const double Centre = (Width - 1) / 2.0;
        const double Square = Width * (Width * Width - 1.0) / 12;
        var vectors = Vectors(frames, 0);
        var sum = 0.0;
        foreach (var vector in vectors)
        {
            var slope = 0.0;
            for (var k = 0; k < Width; k++)
            {
                slope += (k - Centre) * vector[k] / Square;
            }

            for (var k = 0; k < Width; k++)
            {
                var rest = vector[k] - slope * (k - Centre);
                sum += rest * rest;
            }
        }

        return Math.Sqrt(sum / (vectors.Length * Width));
    }

    private static float[] Vector(float[] envelope, int shift)
    {
        var vector = new float[Width];
        var mean = 0f;
        for (var k = 0; k < Width; k++)
        {
            vector[k] = envelope[First + shift + Stride * k];
            mean += vector[k] / Width;
        }

        for (var k = 0; k < Width; k++)
        {
            vector[k] -= mean;
        }

        return vector;
    }

    private double Miss(float[][] vectors)
    {
        double missed = 0,
            all = 1e-9;
        foreach (var vector in vectors)
        {
            var nearest = float.MaxValue;
            foreach (var sound in _sounds)
            {
                nearest = Math.Min(nearest, Distance(vector, sound));
            }

            missed += nearest;
            foreach (var x in vector)
            {
                all += (double)x * x;
            }
        }

        return missed / all;
    }

    /// <summary>The squared distance of two envelopes.</summary>
    public static float Distance(float[] one, float[] other)
    {
        var sum = 0f;
        for (var k = 0; k < Width; k++)
        {
            var d = one[k] - other[k];
            sum += d * d;
        }

        return sum;
    }
}

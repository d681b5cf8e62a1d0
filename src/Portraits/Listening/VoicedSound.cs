using Troubadour.Analysis;

namespace Troubadour.Portraits;

/// <summary>The pitch of a clip with the moments that are not sung taken out.</summary>
internal sealed class VoicedSound
{
    /// <summary>Frames a second.</summary>
    public const int FramesPerSecond = 100;

    private const int ShortestRun = 6;
    private const int Neighbourhood = 12;
    private const double Jump = 3;
    private const double Reach = 19;

    private VoicedSound(double[] keys)
    {
        Keys = keys;
        Count = keys.Count(key => key > 0);
    }

    /// <summary>A MIDI key with fraction for each frame; 0 where nothing is sung.</summary>
    public double[] Keys { get; }

    /// <summary>Frames that are sung.</summary>
    public int Count { get; }

    /// <summary>The frequency of a frame, Hz; 0 where nothing is sung.</summary>
    public double Hertz(int frame) => Keys[frame] > 0 ? 440 * Audio.DeterministicMath.Exp2((Keys[frame] - 69) / 12) : 0;

    /// <summary>Listens to mono sound at 44.1 kHz.</summary>
    public static VoicedSound Of(ReadOnlySpan<float> samples)
    {
        var frames = new PitchTracker(hopSeconds: 1.0 / FramesPerSecond).Track(samples);
        return Cleaned([.. frames.Select(frame => frame.IsVoiced ? frame.Key : 0)]);
    }

    /// <summary>Takes frequencies that are known, Hz, 0 where nothing is sung.</summary>
    /// <param name="hertz">One for each frame.</param>
    /// <param name="framesPerSecond">Their frames a second.</param>
    /// <param name="seconds">The clip's length.</param>
    public static VoicedSound Of(IReadOnlyList<float> hertz, int framesPerSecond, double seconds)
    {
        var keys = new double[(int)(seconds * FramesPerSecond) + 1];
        for (var i = 0; i < keys.Length; i++)
        {
            var from = (int)((long)i * framesPerSecond / FramesPerSecond);
            keys[i] =
                from < hertz.Count && hertz[from] > 0 ? 69 + 12 * Audio.DeterministicMath.Log2(hertz[from] / 440) : 0;
        }

        return Cleaned(keys);
    }

    // Octave slips and short runs go: a frame must lie near the median of its neighbours and within reach of the clip's median.
    private static VoicedSound Cleaned(double[] keys)
    {
        var sung = keys.Where(key => key > 0).Order().ToArray();
        if (sung.Length == 0)
        {
            return new VoicedSound(keys);
        }

        var middle = sung[sung.Length / 2];
        var clean = new double[keys.Length];
        var near = new double[2 * Neighbourhood + 1];
        for (var i = 0; i < keys.Length; i++)
        {
            var count = 0;
            for (var k = Math.Max(0, i - Neighbourhood); k < Math.Min(keys.Length, i + Neighbourhood + 1); k++)
            {
                if (keys[k] > 0)
                {
                    near[count++] = keys[k];
                }
            }

            Array.Sort(near, 0, count);
            var own = keys[i];
            clean[i] = own > 0 && Math.Abs(own - near[count / 2]) < Jump && Math.Abs(own - middle) < Reach ? own : 0;
        }

        DropShort(clean);
        return new VoicedSound(clean);
    }

    private static void DropShort(double[] keys)
    {
        var start = 0;
        for (var i = 0; i <= keys.Length; i++)
        {
            if (i < keys.Length && keys[i] > 0)
            {
                continue;
            }

            if (i - start < ShortestRun)
            {
                Array.Clear(keys, start, i - start);
            }

            start = i + 1;
        }
    }
}

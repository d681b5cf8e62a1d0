using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>The part of <see cref="AudioFeatures"/> that is about levels over time.</summary>
internal sealed record LevelMeasures(
    double RmsDb,
    double SpreadDb,
    double ZeroCrossingsPerSecond,
    double LongestGapSeconds,
    double TailSeconds,
    int FullScaleRuns
)
{
    private const float Silent = 0.001f;

    public static LevelMeasures Of(AudioBuffer audio)
    {
        if (audio.Length == 0)
        {
            return new(double.NegativeInfinity, 0, 0, 0, 0, 0);
        }

        var (gap, tail) = Silences(audio);
        return new(
            Level(audio, 0, audio.Length),
            Spread(audio),
            Crossings(audio) / audio.Seconds,
            (double)gap / audio.Rate,
            (double)tail / audio.Rate,
            Runs(audio.Left) + Runs(audio.Right)
        );
    }

    private static double Level(AudioBuffer audio, int start, int count)
    {
        var sum = 0.0;
        for (var i = start; i < start + count; i++)
        {
            sum += (double)audio.Left[i] * audio.Left[i] + (double)audio.Right[i] * audio.Right[i];
        }

        return 10 * DeterministicMath.Log10(sum / (2.0 * count));
    }

    private static double Spread(AudioBuffer audio)
    {
        var piece = Math.Max(1, (int)(0.4 * audio.Rate));
        var levels = new List<double>();
        for (var start = 0; start + piece <= audio.Length; start += piece)
        {
            var level = Level(audio, start, piece);
            if (level > -60)
            {
                levels.Add(level);
            }
        }

        if (levels.Count < 2)
        {
            return 0;
        }

        var mean = levels.Average();
        return Math.Sqrt(levels.Average(level => (level - mean) * (level - mean)));
    }

    private static int Crossings(AudioBuffer audio)
    {
        var count = 0;
        var last = 0f;
        for (var i = 0; i < audio.Length; i++)
        {
            var value = audio.Left[i] + audio.Right[i];
            if (value * last < 0)
            {
                count++;
            }

            last = value == 0 ? last : value;
        }

        return count;
    }

    private static (int LongestGap, int Tail) Silences(AudioBuffer audio)
    {
        var (longest, run, heard) = (0, 0, false);
        for (var i = 0; i < audio.Length; i++)
        {
            if (Math.Max(Math.Abs(audio.Left[i]), Math.Abs(audio.Right[i])) < Silent)
            {
                run++;
                continue;
            }

            longest = heard ? Math.Max(longest, run) : longest;
            (heard, run) = (true, 0);
        }

        return (longest, run);
    }

    private static int Runs(float[] samples)
    {
        const float FullScale = 0.9999f;
        var count = 0;
        for (var i = 1; i < samples.Length; i++)
        {
            count += Math.Abs(samples[i]) >= FullScale && Math.Abs(samples[i - 1]) >= FullScale ? 1 : 0;
        }

        return count;
    }
}

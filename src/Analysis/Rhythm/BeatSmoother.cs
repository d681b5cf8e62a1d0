namespace Troubadour.Analysis;

/// <summary>Beats between frames: whole frames jitter by a hundredth of a second, a player's tempo does not.</summary>
internal static class BeatSmoother
{
    private const int Reach = 4;

    /// <summary>Each beat on the straight line through its neighbours, at most 2 frames from where it was.</summary>
    public static double[] Smooth(int[] frames)
    {
        var smooth = new double[frames.Length];
        for (var i = 0; i < frames.Length; i++)
        {
            var reach = Math.Min(Reach, Math.Min(i, frames.Length - 1 - i));
            var sum = 0.0;
            for (var k = -reach; k <= reach; k++)
            {
                sum += frames[i + k];
            }

            smooth[i] = Math.Clamp(sum / (2 * reach + 1), frames[i] - 2, frames[i] + 2);
        }

        return smooth;
    }

    /// <summary>Beats a minute: the median over eight beats' spans; 0 for fewer than two beats.</summary>
    public static double Bpm(double[] seconds)
    {
        var step = Math.Min(8, seconds.Length - 1);
        if (step < 1)
        {
            return 0;
        }

        var spans = new double[seconds.Length - step];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = (seconds[i + step] - seconds[i]) / step;
        }

        Array.Sort(spans);
        return 60 / (0.5 * (spans[spans.Length / 2] + spans[(spans.Length - 1) / 2]));
    }

    /// <summary>Share of beats whose distance is within 4 % of the median.</summary>
    public static double Stability(double[] seconds)
    {
        if (seconds.Length < 3)
        {
            return 0;
        }

        var gaps = new double[seconds.Length - 1];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = seconds[i + 1] - seconds[i];
        }

        var median = gaps.Order().ElementAt(gaps.Length / 2);
        return (double)gaps.Count(gap => Math.Abs(gap / median - 1) <= 0.04) / gaps.Length;
    }
}

namespace Troubadour.Analysis;

/// <summary>Moments at which a curve of onsets has a clear peak.</summary>
internal static class Strikes
{
    private const int Near = 6;
    private const int Side = 5;

    /// <summary>Seconds of the peaks over a height at which the line itself grows stronger: a drum alone strikes no note.</summary>
    public static IReadOnlyList<double> Of(float[] curve, double height, PitchLine line, double growth) =>
        [
            .. Of(curve, height)
                .Where(second =>
                {
                    var frame = (int)Math.Round(second * MiddleSpectra.Rate);
                    return Mean(line.Strength, frame + 1, frame + 1 + Side)
                        > growth * Mean(line.Strength, frame - 1 - Side, frame - 1);
                }),
        ];

    /// <summary>Seconds of the peaks over a height, at least 60 ms apart.</summary>
    public static IReadOnlyList<double> Of(float[] curve, double height)
    {
        var strikes = new List<double>();
        for (var i = 1; i + 1 < curve.Length; i++)
        {
            if (curve[i] < height)
            {
                continue;
            }

            var top = true;
            for (var k = Math.Max(0, i - Near); k < Math.Min(curve.Length, i + Near + 1) && top; k++)
            {
                top = k < i ? curve[k] < curve[i] : curve[k] <= curve[i];
            }

            if (top)
            {
                strikes.Add((double)i / OnsetCurves.Rate);
            }
        }

        return strikes;
    }

    private static double Mean(float[] values, int from, int to)
    {
        var (sum, count) = (0.0, 0);
        for (var k = Math.Max(0, from); k < Math.Min(values.Length, to); k++)
        {
            sum += values[k];
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }
}

using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>Adds curves of gain points.</summary>
internal static class GainCurves
{
    /// <summary>The curve whose decibels are those of both together.</summary>
    public static IReadOnlyList<GainPoint> Sum(IReadOnlyList<GainPoint> one, IReadOnlyList<GainPoint> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }

        var seconds = one.Concat(other).Select(point => point.Second).Distinct().Order();
        var sum = new List<GainPoint>();
        foreach (var second in seconds)
        {
            // Two points at one second are a step.
            var (before, after) = (
                Before(one, second) + Before(other, second),
                After(one, second) + After(other, second)
            );
            sum.Add(new GainPoint(second, before));
            if (after != before)
            {
                sum.Add(new GainPoint(second, after));
            }
        }

        return sum;
    }

    private static double Before(IReadOnlyList<GainPoint> curve, double second)
    {
        var next = 0;
        while (next < curve.Count && curve[next].Second < second)
        {
            next++;
        }

        return next == 0 ? curve[0].Db
            : next == curve.Count ? curve[^1].Db
            : Between(curve[next - 1], curve[next], second);
    }

    private static double After(IReadOnlyList<GainPoint> curve, double second)
    {
        var next = curve.Count;
        while (next > 0 && curve[next - 1].Second > second)
        {
            next--;
        }

        return next == 0 ? curve[0].Db
            : next == curve.Count ? curve[^1].Db
            : Between(curve[next - 1], curve[next], second);
    }

    private static double Between(GainPoint from, GainPoint to, double second) =>
        to.Second == from.Second
            ? to.Db
            : from.Db + (to.Db - from.Db) * (second - from.Second) / (to.Second - from.Second);
}

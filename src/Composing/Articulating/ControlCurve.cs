using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// A controller that moves through given points in straight lines, sent as steps: at most one in 60 ms, none smaller than
/// <paramref name="least"/>, none larger than <paramref name="most"/>, so that nothing jumps while it sounds.
/// </summary>
internal sealed class ControlCurve(Clock clock, int controller, int least, int most)
{
    private const double StepSeconds = 0.06;

    /// <summary>The steps through points in rising time; the first point is sent as it is.</summary>
    /// <param name="points">Time in seconds and value.</param>
    public IEnumerable<Control> Through(IReadOnlyList<(double Seconds, double Value)> points)
    {
        if (points.Count == 0)
        {
            yield break;
        }

        var last = Rounded(points[0].Value);
        yield return new Control(clock.Tick(points[0].Seconds), controller, last);
        var next = 1;
        for (var i = 1; points[0].Seconds + (i - 1) * StepSeconds < points[^1].Seconds; i++)
        {
            var at = Math.Min(points[^1].Seconds, points[0].Seconds + i * StepSeconds);
            while (next < points.Count - 1 && points[next].Seconds < at)
            {
                next++;
            }

            var value = Math.Clamp(Rounded(Between(points[next - 1], points[next], at)), last - most, last + most);
            if (Math.Abs(value - last) >= least)
            {
                last = value;
                yield return new Control(clock.Tick(at), controller, value);
            }
        }
    }

    private static double Between((double Seconds, double Value) from, (double Seconds, double Value) to, double at) =>
        to.Seconds <= from.Seconds
            ? to.Value
            : from.Value
                + (to.Value - from.Value) * Math.Clamp((at - from.Seconds) / (to.Seconds - from.Seconds), 0, 1);

    private static int Rounded(double value) => Math.Clamp((int)Math.Round(value), 0, 127);
}

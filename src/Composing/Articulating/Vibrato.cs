using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Vibrato (controller 1) on the long notes of a line: straight at first, deeper from the note's second quarter on, gone at its end.</summary>
internal sealed class Vibrato(Clock clock)
{
    private const double LeastSeconds = 0.55;
    private const double LeastDelay = 0.24;
    private const double DelayShare = 0.35;
    private const double GrowthSeconds = 0.35;
    private const double ReleaseSeconds = 0.13;

    /// <summary>The controller over the whole part.</summary>
    /// <param name="depth">Greatest value, 1 to 127.</param>
    /// <param name="line">The strokes in rising played time.</param>
    public IEnumerable<Control> On(int depth, List<Stroke> line)
    {
        var curve = new ControlCurve(clock, Controllers.Vibrato, 5, 127);
        for (var i = 0; i < line.Count; i++)
        {
            var start = clock.Seconds(line[i].Played.Tick);
            var stop = i + 1 < line.Count ? Math.Min(line[i].End, line[i + 1].Played.Tick) : line[i].End;
            var end = clock.Seconds(stop);
            if (end - start < LeastSeconds)
            {
                continue;
            }

            var from = start + Math.Max(LeastDelay, DelayShare * (end - start));
            var deep = Math.Min(from + GrowthSeconds, end - ReleaseSeconds);
            var share = Math.Min(1, 0.6 + 0.2 * (end - start));
            foreach (
                var control in curve.Through([(from, 0), (deep, share * depth), (end - ReleaseSeconds, share * depth)])
            )
            {
                yield return control;
            }

            yield return new Control(
                clock.Tick(end - ReleaseSeconds / 2),
                Controllers.Vibrato,
                (int)(share * depth / 2)
            );
            yield return new Control(Math.Max(clock.Tick(end - ReleaseSeconds / 2), stop - 1), Controllers.Vibrato, 0);
        }
    }
}

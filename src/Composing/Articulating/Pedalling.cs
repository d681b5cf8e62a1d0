using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// The sustain pedal (controller 64) of pianos, electric pianos, vibraphone and harp under held and broken chords: up with the first note
/// of each new chord, down shortly after it, up where the band is silent.
/// </summary>
internal sealed class Pedalling(Band band, Clock clock)
{
    private const double DownMs = 60;
    private const double LatestUpMs = 60;
    private const double LeastMs = 150;
    private const double Held = 0.7;
    private const int LongestBars = 2;
    private readonly Stage _stage = band.Stage;
    private readonly Swing _swing = Swing.Of(band.Stage.Direction.Style);

    /// <summary>The pedal over the whole song.</summary>
    /// <param name="part">Who plays.</param>
    /// <param name="strokes">Its strokes in rising played time.</param>
    public IEnumerable<Control> Under(PartSheet part, List<Stroke> strokes)
    {
        var edges = Edges();
        var inside = Inside(part, edges, strokes);
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            if (!IsSilent(edges[i]) && Wants(part, inside[i], edges[i], edges[i + 1]))
            {
                var down = clock.After(inside[i].Min(stroke => stroke.Played.Tick), DownMs);
                var up = Up(edges[i + 1], i + 2 < edges.Count ? inside[i + 1] : []);
                if (clock.Milliseconds(down, up) >= LeastMs)
                {
                    yield return new Control(down, Controllers.Pedal, Controllers.On);
                    yield return new Control(up, Controllers.Pedal, 0);
                }
            }
        }
    }

    // Written ticks at which the foot comes up: new chords and sections, silences, every second bar of a long chord, the end.
    private List<int> Edges()
    {
        var edges = new SortedSet<int> { _stage.LastNoteEnd };
        var spans = _stage.Harmony.Spans;
        for (var i = 0; i < spans.Length; i++)
        {
            if (i == 0 || spans[i].Chord != spans[i - 1].Chord)
            {
                edges.Add(spans[i].Tick);
            }
        }

        foreach (var section in _stage.Sections)
        {
            for (var tick = section.Tick; tick < section.End; tick += LongestBars * _stage.BarTicks)
            {
                edges.Add(tick);
            }
        }

        foreach (var (from, to) in band.Transitions.Silences)
        {
            edges.Add(from);
            edges.Add(to);
        }

        edges.Add(_stage.Form.LastChordTick);
        return [.. edges];
    }

    // A stroke on the last eighth before an edge that rings over it belongs to what comes, where nothing is struck on the edge itself.
    private static List<Stroke>[] Inside(PartSheet part, List<int> edges, List<Stroke> strokes)
    {
        var inside = edges.Select(_ => new List<Stroke>()).ToArray();
        var struck = strokes.Select(stroke => stroke.Written.Tick).ToHashSet();
        var edge = 0;
        foreach (var stroke in strokes.OrderBy(stroke => stroke.Written.Tick))
        {
            while (edge + 1 < edges.Count && edges[edge + 1] <= stroke.Written.Tick)
            {
                edge++;
            }

            var next = edge + 1 < edges.Count ? edges[edge + 1] : int.MaxValue;
            var early =
                part.Role == PartRole.Chords
                && next - stroke.Written.Tick <= 2 * Ticks.PerSixteenth
                && stroke.WrittenEnd >= next - Ticks.PerSixteenth / 4
                && !struck.Contains(next);
            inside[early ? edge + 1 : edge].Add(stroke);
        }

        return inside;
    }

    private static bool Wants(PartSheet part, List<Stroke> strokes, int from, int to)
    {
        if (strokes.Count == 0)
        {
            return false;
        }

        if (part.Role == PartRole.Arpeggio)
        {
            return strokes.DistinctBy(stroke => stroke.Written.Tick).Count() >= 3;
        }

        var (covered, until) = (0, from);
        foreach (var stroke in strokes)
        {
            var end = Math.Min(to, stroke.WrittenEnd);
            covered += Math.Max(0, end - Math.Max(until, stroke.Written.Tick));
            until = Math.Max(until, end);
        }

        return covered >= Held * (to - from);
    }

    private int Up(int edge, List<Stroke> next)
    {
        var at = _swing.Play(edge);
        return next.Count == 0 ? at : Math.Min(next.Min(stroke => stroke.Played.Tick), clock.After(at, LatestUpMs));
    }

    private bool IsSilent(int tick) =>
        band.Transitions.Silences.Any(silence => tick >= silence.From && tick < silence.To);
}

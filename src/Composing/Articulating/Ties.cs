using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Slurs inside the phrases of a line: tied notes overlap by 30 ms while the legato switch (controller 68) is down; where the part
/// glides, portamento (65, its time in 5) is on with it.
/// </summary>
internal sealed class Ties(Clock clock, RandomStream random)
{
    private const double OverlapMs = 30;
    private const double SwitchMs = 12;
    private const double LineGlides = 0.45;
    private const double AcrossBeats = 0.75;
    private const int MostTied = 8;

    /// <summary>Indices of the strokes that are tied to the one before.</summary>
    public HashSet<int> Tied { get; } = [];

    /// <summary>Ties notes of the line.</summary>
    /// <param name="part">Who plays.</param>
    /// <param name="line">Its strokes in rising played time; changed in place.</param>
    /// <param name="breaks">Written ticks that start anew: where sections begin.</param>
    public IEnumerable<Control> Lay(PartSheet part, List<Stroke> line, IReadOnlySet<int> breaks)
    {
        var (chance, semitones) = Instruments.Ties(part);
        var controls = new List<Control>();
        for (var first = 0; first + 1 < line.Count; first++)
        {
            var last = first;
            while (
                last + 1 < line.Count
                && last - first + 1 < MostTied
                && Joins(line[last], line[last + 1], semitones)
                && !breaks.Contains(line[last + 1].Written.Tick)
                && random.Chance(line[last + 1].Written.Tick % Ticks.PerQuarter == 0 ? AcrossBeats * chance : chance)
            )
            {
                last++;
            }

            if (last > first)
            {
                Tie(part, line, first, last, controls);
                first = last - 1;
            }
        }

        return controls;
    }

    /// <summary>Controller 5 for a portamento of so many milliseconds: 5 ms times 2 to the power of a sixteenth of the value.</summary>
    public static int GlideTime(double milliseconds)
    {
        const double sixteenthOfAnOctave = 1.0442737824274138;
        var value = 0;
        for (var ms = 5.0; ms < milliseconds && value < 127; ms *= sixteenthOfAnOctave)
        {
            value++;
        }

        return value;
    }

    private static bool Joins(Stroke from, Stroke to, int semitones)
    {
        var away = Math.Abs(to.Written.Key - from.Written.Key);
        return away > 0
            && away <= semitones
            && to.Manner == Manner.Plain
            && from.Manner == Manner.Plain
            && to.Played.Tick > from.Played.Tick
            && to.Written.Tick - from.WrittenEnd <= Ticks.PerSixteenth / 2;
    }

    private void Tie(PartSheet part, List<Stroke> line, int first, int last, List<Control> controls)
    {
        for (var i = first; i < last; i++)
        {
            var next = line[i + 1];
            var overlap = Math.Min(clock.After(next.Played.Tick, OverlapMs), next.Played.Tick + next.Played.Length / 2);
            line[i] = line[i].Until(overlap);
            Tied.Add(i + 1);
        }

        var down = Math.Min(clock.After(line[first].Played.Tick, SwitchMs), line[first + 1].Played.Tick - 1);
        var up = Math.Min(clock.After(line[last].Played.Tick, SwitchMs), line[last].End);
        up =
            last + 1 < line.Count
                ? Math.Min(up, Math.Max(line[last].Played.Tick + 1, line[last + 1].Played.Tick - 1))
                : up;
        var glides = part.GlideMs > 0 && (part.Role == PartRole.Bass || random.Chance(LineGlides));
        if (glides)
        {
            controls.Add(new Control(down, Controllers.GlideTime, GlideTime(part.GlideMs)));
            controls.Add(new Control(down, Controllers.Glide, Controllers.On));
        }

        controls.Add(new Control(down, Controllers.Legato, Controllers.On));
        controls.Add(new Control(up, Controllers.Legato, 0));
        if (glides)
        {
            controls.Add(new Control(up, Controllers.Glide, 0));
        }
    }
}

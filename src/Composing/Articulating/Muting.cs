using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Palm mutes, ghost strokes and pops: their lengths, and the brightness (controller 74) that mutes take away.</summary>
internal sealed class Muting(Clock clock)
{
    private const double MutedMs = 70;
    private const double GhostMs = 48;
    private const double PopMs = 110;
    private const double GapMs = 6;
    private const int Dull = 22;
    private const int Lead = 2;

    /// <summary>Shortens what is damped and what rings into it; the brightness goes down with the first damped stroke and comes back before the next open one.</summary>
    /// <param name="strokes">The part in rising played time; changed in place.</param>
    public IEnumerable<Control> Play(List<Stroke> strokes)
    {
        if (strokes.TrueForAll(stroke => stroke.Manner == Manner.Plain))
        {
            return [];
        }

        for (var i = 0; i < strokes.Count; i++)
        {
            strokes[i] = Shortened(strokes[i]);
        }

        CutBefore(strokes);
        return Brightness(strokes);
    }

    private Stroke Shortened(Stroke stroke) =>
        stroke.Manner switch
        {
            Manner.Muted => stroke.Until(clock.After(stroke.Played.Tick, MutedMs)),
            Manner.Ghost => stroke.Until(clock.After(stroke.Played.Tick, GhostMs)),
            Manner.Pop => stroke.Until(Math.Min(stroke.End, clock.After(stroke.Played.Tick, PopMs))),
            _ => stroke,
        };

    // An open stroke is stopped by the hand that mutes the next one.
    private void CutBefore(List<Stroke> strokes)
    {
        var damped = int.MaxValue;
        for (var i = strokes.Count - 1; i >= 0; i--)
        {
            if (IsDamped(strokes[i]))
            {
                damped = strokes[i].Played.Tick;
            }
            else if (damped != int.MaxValue && strokes[i].End > damped)
            {
                strokes[i] = strokes[i].Until(clock.After(damped, -GapMs));
            }
        }
    }

    private static IEnumerable<Control> Brightness(List<Stroke> strokes)
    {
        var dull = false;
        var end = 0;
        foreach (var stroke in strokes)
        {
            var at = Math.Max(end, stroke.Played.Tick - Lead);
            if (IsDamped(stroke) != dull)
            {
                dull = !dull;
                yield return new Control(at, Controllers.Brightness, dull ? Dull : Neutral);
                end = at;
            }
        }

        if (dull)
        {
            yield return new Control(strokes.Max(stroke => stroke.End) + 1, Controllers.Brightness, Neutral);
        }
    }

    private static int Neutral => Controllers.Neutral(Controllers.Brightness);

    private static bool IsDamped(Stroke stroke) => stroke.Manner is Manner.Muted or Manner.Ghost;
}

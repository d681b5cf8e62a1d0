using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Expression (controller 11) of those who hold their notes: a line rises and falls over each phrase and in its long notes, held chords
/// breathe with the phrase, all grow into a fuller section, and brass that opens a section drops back after its attack and grows again.
/// </summary>
internal sealed class Swells(Band band, Clock clock, RandomStream random)
{
    private const double Usual = 108;
    private const double Arc = 12;
    private const double Growth = 12;

    // More than the phrase's arc falls by in its second half.
    private const double RiseGrowth = 16;
    private const double LongSeconds = 0.45;
    private const double SwellSeconds = 1.1;
    private const double FadeSeconds = 0.3;

    // How long before the next chord the level of this one still holds.
    private const double TurnSeconds = 0.02;
    private const double PhraseRestSeconds = 0.35;
    private const double SwellChance = 0.7;
    private const double SwellEnergy = 0.5;
    private readonly Stage _stage = band.Stage;

    /// <summary>The controller over the whole part.</summary>
    /// <param name="part">Who plays.</param>
    /// <param name="strokes">Its strokes in rising played time.</param>
    public IEnumerable<Control> Over(PartSheet part, List<Stroke> strokes)
    {
        var line = part.Role is PartRole.Lead or PartRole.Counter;
        var held = Held(strokes);
        var points = new List<(double Seconds, double Value)>();
        foreach (var phrase in Phrases(held))
        {
            foreach (var one in phrase)
            {
                var swells = Instruments.IsBrass(part.Program) && Opens(one) && random.Chance(SwellChance);
                points.AddRange(
                    swells ? Swell(one)
                    : line ? Note(one, phrase)
                    : Chord(one)
                );
            }
        }

        return new ControlCurve(clock, Controllers.Expression, 2, 10).Through(points);
    }

    // What sounds at once is one: from the first key down to the last key up, or to where the next one starts.
    private List<Sound> Held(List<Stroke> strokes)
    {
        var held = new List<Sound>();
        foreach (var together in strokes.GroupBy(stroke => stroke.Written.Tick / (Ticks.PerSixteenth / 2)))
        {
            var from = clock.Seconds(together.Min(stroke => stroke.Played.Tick));
            if (held.Count > 0)
            {
                held[^1] = held[^1] with { To = Math.Min(held[^1].To, from) };
            }

            held.Add(new Sound(together.First().Written.Tick, from, clock.Seconds(together.Max(stroke => stroke.End))));
        }

        held.RemoveAll(sound => sound.To <= sound.From);
        return held;
    }

    private static IEnumerable<List<Sound>> Phrases(List<Sound> held)
    {
        var phrase = new List<Sound>();
        foreach (var sound in held)
        {
            if (phrase.Count > 0 && sound.From - phrase[^1].To > PhraseRestSeconds)
            {
                yield return phrase;
                phrase = [];
            }

            phrase.Add(sound);
        }

        if (phrase.Count > 0)
        {
            yield return phrase;
        }
    }

    private IEnumerable<(double, double)> Note(Sound one, List<Sound> phrase)
    {
        var (start, end) = (phrase[0].From, phrase[^1].To);
        double Level(double at) => Usual + Over((at - start) / (end - start)) + Into(one.Tick);
        if (one.Seconds < LongSeconds)
        {
            return [(one.From, Level(one.From)), (one.To, Level(one.To))];
        }

        return
        [
            (one.From, Level(one.From) - 4),
            (one.From + 0.6 * one.Seconds, Level(one.From + 0.6 * one.Seconds) + 7),
            (one.To, Level(one.To) - 5),
        ];
    }

    // Held chords follow the phrase of the section, sampled at every beat.
    private IEnumerable<(double, double)> Chord(Sound one)
    {
        var beat = Math.Max(0.25, _stage.Direction.BarSeconds(_stage.Form.Bpm) / _stage.Direction.Pulses);
        yield return (one.From, Level(one.From, one.Tick));
        for (var at = one.From + beat; at < one.To; at += beat)
        {
            yield return (at, Level(at, clock.Tick(at)));
        }

        var last = Math.Max(one.From, one.To - TurnSeconds);
        yield return (last, Level(last, clock.Tick(last)));
    }

    private double Level(double seconds, int tick)
    {
        var section = _stage.SectionAt(tick);
        var phrase = 4 * _stage.BarTicks;
        var inside = clock.Tick(seconds) - section.Tick;
        return Usual + Over(Math.Max(0, inside) % phrase / (double)phrase) + Into(tick);
    }

    // Loud, soft within a third of a second, and up again to the end.
    private static IEnumerable<(double, double)> Swell(Sound one) =>
        [
            (one.From, Usual + Growth),
            (one.From + FadeSeconds, Usual - 24),
            (one.From + 0.55 * one.Seconds, Usual - 14),
            (one.To, Usual + Growth + 6),
        ];

    private bool Opens(Sound one) =>
        one.Seconds >= SwellSeconds
        && _stage.Sections.Any(section => section.Tick == one.Tick && section.Energy >= SwellEnergy);

    // Up to the middle and down again; a phrase ends a little higher than it started.
    private static double Over(double place)
    {
        var side = (2 * place) - 1.1;
        return Arc * (0.6 - (side * side));
    }

    private double Into(int tick)
    {
        if (_stage.Sections.IsEmpty)
        {
            return 0;
        }

        var section = _stage.SectionAt(tick);
        var turn = band.Transitions.Of(section);
        var from = Math.Max(section.Tick, turn.Tick - (2 * _stage.BarTicks));
        return turn is { Rises: true, Turn: not Turn.Stop } && tick >= from && tick < turn.Tick
            ? RiseGrowth * (tick - from) / (turn.Tick - from)
            : 0;
    }

    private sealed record Sound(int Tick, double From, double To)
    {
        public double Seconds => To - From;
    }
}

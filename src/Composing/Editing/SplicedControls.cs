using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Joins the controllers of two parts at cuts. What a gesture left behind (a pedal, a bend, a vibrato) is let go at the cut; what
/// stands until it is changed takes the value that the music after the cut has there; expression goes to it in small steps.
/// </summary>
internal sealed class SplicedControls(TimeMap map)
{
    // As fine and as slow as players write expression.
    private const double StepSeconds = 0.06;
    private const int LargestStep = 10;

    /// <summary>The controllers before a tick, then those of another part.</summary>
    /// <param name="before">Controllers in rising time.</param>
    /// <param name="from">What is later than this tick is cut off.</param>
    /// <param name="at">Where the other part sets in, at or after <paramref name="from"/>: what it sends between them is sent here.</param>
    /// <param name="after">Its controllers in rising time.</param>
    public ImmutableArray<Control> Join(ImmutableArray<Control> before, int from, int at, ImmutableArray<Control> after)
    {
        var kept = before.Where(control => control.Tick < from).ToList();
        var held = State(kept);
        var wanted = after.IsEmpty ? held : State(after.Where(control => control.Tick < from));
        var joined = new List<Control>(kept);
        foreach (var controller in held.Keys.Union(wanted.Keys).Order())
        {
            var was = held.GetValueOrDefault(controller, Controllers.Neutral(controller));
            var value = Controllers.IsGesture(controller)
                ? Controllers.Neutral(controller)
                : wanted.GetValueOrDefault(controller, Controllers.Neutral(controller));
            if (was != value && controller != Controllers.Expression)
            {
                joined.Add(new Control(at, controller, value));
            }
        }

        var fresh = after
            .Where(control => control.Tick >= from)
            .Select(control => control with { Tick = Math.Max(at, control.Tick) })
            .ToList();
        joined.AddRange(fresh.Where(control => control.Controller != Controllers.Expression));
        joined.AddRange(Expression(held, wanted, at, fresh));
        return [.. joined.OrderBy(control => control.Tick)];
    }

    /// <summary>The controllers up to a tick, where every gesture ends.</summary>
    public static ImmutableArray<Control> LetGo(ImmutableArray<Control> controls, int tick)
    {
        var kept = controls.Where(control => control.Tick < tick).ToList();
        var held = State(kept)
            .Where(pair => Controllers.IsGesture(pair.Key) && pair.Value != Controllers.Neutral(pair.Key));
        return [.. kept, .. held.Select(pair => new Control(tick, pair.Key, Controllers.Neutral(pair.Key)))];
    }

    private static SortedDictionary<int, int> State(IEnumerable<Control> controls)
    {
        var state = new SortedDictionary<int, int>();
        foreach (var control in controls)
        {
            state[control.Controller] = control.Value;
        }

        return state;
    }

    // From the old value after the new ones until they are reached.
    private IEnumerable<Control> Expression(
        SortedDictionary<int, int> held,
        SortedDictionary<int, int> wanted,
        int at,
        List<Control> fresh
    )
    {
        var neutral = Controllers.Neutral(Controllers.Expression);
        var target = wanted.GetValueOrDefault(Controllers.Expression, neutral);
        var last = held.GetValueOrDefault(Controllers.Expression, neutral);
        var coming = new Queue<Control>(fresh.Where(control => control.Controller == Controllers.Expression));
        for (var step = 0; last != target || Waits(coming, Later(at, step)); step++)
        {
            var tick = Later(at, step);
            while (Waits(coming, tick))
            {
                target = coming.Dequeue().Value;
            }

            if (last != target)
            {
                last = Math.Clamp(target, last - LargestStep, last + LargestStep);
                yield return new Control(tick, Controllers.Expression, last);
            }
        }

        foreach (var control in coming)
        {
            yield return control;
        }
    }

    private static bool Waits(Queue<Control> coming, int tick) => coming.TryPeek(out var next) && next.Tick <= tick;

    private int Later(int tick, int steps) =>
        (int)Math.Ceiling(map.TickAt(map.SecondsAt(tick) + (steps * StepSeconds)));
}

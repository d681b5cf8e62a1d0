using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// A second line against the tune: guide notes, thirds and sevenths that move by step and against the tune, held under it; movement
/// where it rests. It keeps to its side of the tune.
/// </summary>
internal sealed class CounterWriter(Band band, Tune tune)
{
    private const int Apart = 3;
    private readonly Stage _stage = band.Stage;
    private readonly Key _key = band.Stage.Direction.Key;

    /// <summary>The part's notes, the last chord's included.</summary>
    public ImmutableArray<Note> Write(PartSheet part)
    {
        var notes = new List<Note>();
        var last = (part.Register[0] + part.Register[1]) / 2;
        foreach (var section in _stage.Sections.Where(section => band.Layers.Plays(part, section)))
        {
            var held = Guides(part, section, last);
            notes.AddRange(Move(part, section, held));
            last = held.Count > 0 ? held[^1].Key : last;
        }

        var kept = band.Keep(part, notes).ToList();
        if (band.Layers.Plays(part, _stage.Last))
        {
            var tick = _stage.Form.LastChordTick;
            var key = Guide(part, _stage.Harmony.At(tick), tick, _stage.LastNoteEnd, last, tune.LastAt(tick));
            kept.Add(new Note(tick, _stage.LastNoteEnd - tick, key, part.Velocity));
        }

        return [.. kept.OrderBy(note => note.Tick)];
    }

    // One held note for each chord, no longer than two bars.
    private List<Note> Guides(PartSheet part, PlacedSection section, int last)
    {
        var held = new List<Note>();
        foreach (var span in _stage.Harmony.Between(section.Tick, section.End))
        {
            var end = Math.Min(span.Tick + span.Length, section.End);
            if (
                held.Count > 0
                && _stage.Harmony.At(held[^1].Tick) == span.Chord
                && end - held[^1].Tick <= 2 * _stage.BarTicks
            )
            {
                held[^1] = held[^1] with { Length = end - held[^1].Tick };
                continue;
            }

            var key = Guide(part, span.Chord, span.Tick, end, last, held.Count > 0 ? tune.LastAt(held[^1].Tick) : -1);
            held.Add(new Note(span.Tick, end - span.Tick, key, Velocity(part, section)));
            last = key;
        }

        return held;
    }

    private int Guide(PartSheet part, Chord chord, int tick, int end, int last, int tuneBefore)
    {
        var range = tune.RangeIn(tick, end);
        var now = tune.KeyAt(tick);
        var heard = tune.LastAt(tick);
        var best = last;
        var bestCost = double.MaxValue;
        for (var key = part.Register[0]; key <= part.Register[1]; key++)
        {
            if (!chord.Contains(key))
            {
                continue;
            }

            var move = Math.Abs(key - last);
            var cost = move switch
            {
                0 => 0.6,
                <= 2 => 0,
                <= 4 => 1,
                _ => 0.4 * move,
            };
            cost += IsGuide(chord, key) ? 0 : 1;
            cost += Clash(key, now, range);
            var against = Math.Sign(key - last) * Math.Sign(heard - tuneBefore);
            cost += tuneBefore < 0 || against <= 0 ? 0 : 0.6;
            if (cost < bestCost)
            {
                (best, bestCost) = (key, cost);
            }
        }

        return best;
    }

    // Inside the tune's range a line is lost, at a semitone from it or on its own note it hurts.
    private static double Clash(int key, int now, (int Low, int High)? range)
    {
        var cost = now >= 0 && Math.Abs(key - now) % 12 is 1 or 11 ? 5.0 : 0;
        cost += now >= 0 && (key - now) % 12 == 0 ? 1.2 : 0;
        if (range is { } tuneRange && key > tuneRange.Low - Apart && key < tuneRange.High + Apart)
        {
            cost += 3 + 0.3 * Math.Min(key - tuneRange.Low + Apart, tuneRange.High + Apart - key);
        }

        return cost;
    }

    private static bool IsGuide(Chord chord, int key)
    {
        var above = (((key - chord.Root) % 12) + 12) % 12;
        return above is 3 or 4 or 9 or 10 or 11;
    }

    // In the rests of the tune the held note gives way to a run toward the next one.
    private IEnumerable<Note> Move(PartSheet part, PlacedSection section, List<Note> held)
    {
        var eighth = Ticks.PerSixteenth * 2;
        var runs = new List<Note>();
        foreach (var (from, to) in tune.Rests(section.Tick, section.End, _stage.Direction.Meter.TicksPerPulse))
        {
            var start = (from + eighth - 1) / eighth * eighth;
            var step = _stage.Map.SecondsAt(start + eighth) - _stage.Map.SecondsAt(start) < 0.2 ? 2 * eighth : eighth;
            var count = Math.Min(6, (to - start) / step);
            if (count >= 2)
            {
                runs.AddRange(Run(part, section, start, step, count, held));
            }
        }

        foreach (var note in held)
        {
            var next = runs.Where(run => run.Tick >= note.Tick)
                .Select(run => run.Tick)
                .DefaultIfEmpty(int.MaxValue)
                .Min();
            var length = Math.Min(note.Length, next - note.Tick);
            if (length >= eighth)
            {
                yield return note with
                {
                    Length = length,
                };
            }
        }

        foreach (var run in runs)
        {
            yield return run;
        }
    }

    private IEnumerable<Note> Run(
        PartSheet part,
        PlacedSection section,
        int start,
        int step,
        int count,
        List<Note> held
    )
    {
        var at = held.LastOrDefault(note => note.Tick <= start, held[0]).Key;
        var goal = held.FirstOrDefault(note => note.Tick >= start + count * step, held[^1]).Key;
        var random = _stage.Random.Child($"{part.Id}/run/{section.Plan.Kind}/{start - section.Tick}");
        var side = random.Chance(0.5) ? 1 : -1;
        for (var i = 0; i < count; i++)
        {
            var tick = start + i * step;
            var chord = _stage.Harmony.At(tick);
            var away = Math.Abs(goal - at) < 2 * (count - i) - 1;
            var way = away ? side : Math.Sign(goal - at);
            var key = Scale.Step(_key, section.Plan.Transpose, chord, at, way == 0 ? side : way);
            if (key < part.Register[0] || key > part.Register[1])
            {
                side = -side;
                key = Scale.Step(_key, section.Plan.Transpose, chord, at, side);
            }

            side = away && i == count / 2 ? -side : side;
            at = Math.Clamp(key, part.Register[0], part.Register[1]);
            yield return new Note(
                tick,
                i == count - 1 ? step : step * 9 / 10,
                at,
                Velocity(part, section) + (i == 0 ? 4 : 0)
            );
        }
    }

    private static int Velocity(PartSheet part, PlacedSection section) =>
        Math.Clamp((int)(part.Velocity * (0.82 + 0.22 * section.Energy)), 1, 120);
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Plays the bass patterns on the roots, fifths and approaches of the harmony: with the kick where the style grooves, the root where a
/// section starts, a step up or down into the next section where the drummer fills.
/// </summary>
internal sealed class BassWriter(Band band, Tune tune, ImmutableArray<Note> strokes, Manners manners)
{
    private const double GhostForce = 0.5;
    private const int PopForce = 12;
    private readonly Stage _stage = band.Stage;
    private readonly RandomStream _random = band.Stage.Random.Child("bass");
    private readonly HashSet<int> _kicks = [.. strokes.Where(s => s.Key is 35 or 36).Select(s => s.Tick)];
    private int _previous;

    /// <summary>The bass line; the last chord's root included.</summary>
    public ImmutableArray<Note> Write(PartSheet part)
    {
        var notes = new List<Note>();
        _previous = part.Register[0] + 6;
        foreach (var section in _stage.Sections.Where(section => band.Layers.Plays(part, section)))
        {
            Section(part, section, notes);
        }

        var kept = band.Keep(part, notes).ToList();
        if (band.Layers.Plays(part, _stage.Last))
        {
            var tick = _stage.Form.LastChordTick;
            var root = part.Register[0] + (((_stage.Harmony.At(tick).Bass - part.Register[0]) % 12) + 12) % 12;
            kept.Add(new Note(tick, _stage.LastNoteEnd - tick, root, Math.Min(127, part.Velocity + 8)));
        }

        return [.. kept];
    }

    private void Section(PartSheet part, PlacedSection section, List<Note> notes)
    {
        var (from, to) = band.Layers.Span(part, section);
        var row = Row(part, section).Split('|');
        var walks = row.Any(bar => bar.Count(letter => letter is not ('-' or '.' or 'g')) >= bar.Length * 7 / 16);
        var bar = 0;
        for (var tick = section.Tick; tick < section.End; tick += _stage.BarTicks, bar++)
        {
            if (tick < from || tick >= to)
            {
                continue;
            }

            var steps = row[bar % row.Length].ToCharArray();
            if (tick == from && steps[0] is '.' or '-' or 'g')
            {
                steps[0] = 'R';
            }

            var first = notes.Count;
            Bar(part, steps, tick, section, notes);
            if (!walks)
            {
                Lock(notes, first, tick);
            }

            Lead(part, section, bar, tick, notes, first);
        }
    }

    // The row whose notes fall on the kick most often: bass and kick are one instrument in groove styles.
    private string Row(PartSheet part, PlacedSection section)
    {
        var rows = _stage.Rows(section, part.Low, part.Mid, part.High);
        var kick = _stage.Groove(section)?.GetValueOrDefault("kick");
        return kick is null
            ? _stage.Choose(section, part.Id, part.Low, part.Mid, part.High)!
            : rows.MaxBy(row => OnKick(row, kick))!;
    }

    private static double OnKick(string row, string kick)
    {
        var (notes, together) = (0, 0);
        var length = Math.Max(row.Length, kick.Length);
        var (steps, strokes) = (
            row.Replace("|", "", StringComparison.Ordinal),
            kick.Replace("|", "", StringComparison.Ordinal)
        );
        for (var i = 0; i < length; i++)
        {
            var plays = steps[i % steps.Length] is not ('-' or '.' or 'g');
            notes += plays ? 1 : 0;
            together += plays && strokes[i % strokes.Length] != '.' ? 1 : 0;
        }

        return (double)together / Math.Max(1, notes);
    }

    private void Bar(PartSheet part, char[] row, int barTick, PlacedSection section, List<Note> notes)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is '-' or '.')
            {
                continue;
            }

            var steps = 1;
            while (i + steps < row.Length && row[i + steps] == '-')
            {
                steps++;
            }

            var tick = barTick + i * Ticks.PerSixteenth;
            var key = Key(row[i], tick, part);
            var velocity = part.Velocity + (i == 0 ? 8 : 0) + (int)(14 * (section.Energy - 0.6));
            var length = (int)(steps * Ticks.PerSixteenth * 0.94);
            notes.Add(Struck(part, row[i], new Note(tick, length, key, Math.Clamp(velocity, 1, 127))));
            _previous = row[i] == 'g' ? _previous : key;
        }
    }

    private Note Struck(PartSheet part, char letter, Note note)
    {
        var pops = letter == '8' && Instruments.IsSlapBass(part.Program);
        var manner =
            letter == 'g' ? Manner.Ghost
            : pops ? Manner.Pop
            : Manner.Plain;
        note = manner switch
        {
            Manner.Ghost => note with { Velocity = (int)(GhostForce * note.Velocity) },
            Manner.Pop => note with { Velocity = Math.Min(127, note.Velocity + PopForce) },
            _ => note,
        };
        manners.Mark(note, manner);
        return note;
    }

    // A note that misses the kick by a sixteenth joins it, most others that miss it are left out; the approach to a chord stays.
    private void Lock(List<Note> notes, int first, int barTick)
    {
        var end = barTick + _stage.BarTicks;
        if (!Enumerable.Range(0, _stage.Direction.Steps).Any(i => _kicks.Contains(barTick + i * Ticks.PerSixteenth)))
        {
            return;
        }

        for (var i = notes.Count - 1; i > first; i--)
        {
            var note = notes[i];
            var next = i + 1 < notes.Count ? notes[i + 1].Tick : end;
            if (_kicks.Contains(note.Tick) || next == end || IsGhost(note) || IsGhost(notes[i - 1]))
            {
                continue;
            }

            var later = note.Tick + Ticks.PerSixteenth;
            if (_kicks.Contains(later) && later < next)
            {
                notes[i] = note with { Tick = later, Length = Math.Min(note.Length, next - later) };
            }
            else if (_random.Chance(0.6))
            {
                notes[i - 1] = notes[i - 1] with
                {
                    Length = Math.Max(notes[i - 1].Length, (int)((next - notes[i - 1].Tick) * 0.9)),
                };
                notes.RemoveAt(i);
            }
        }
    }

    private bool IsGhost(Note note) => manners.Of(note) == Manner.Ghost;

    // Into the next section, where the drummer fills, and now and then at a phrase's end: two eighths by step to the next root.
    private void Lead(PartSheet part, PlacedSection section, int bar, int tick, List<Note> notes, int first)
    {
        var end = tick + _stage.BarTicks;
        var last = end >= section.End;
        var turn = band.Transitions.Of(section).Turn;
        var chance = last
            ? turn is Turn.Fill or Turn.Build or Turn.None
                ? 0.6
                : 0
            : bar % 4 == 3
                ? 0.25 * section.Energy
                : 0;
        var chord = _stage.Harmony.At(end);
        var eighth = 2 * Ticks.PerSixteenth;
        if (!_random.Chance(chance) || notes.Count <= first)
        {
            return;
        }

        var target = Place(chord.Bass, part, _previous);
        var way = target >= _previous ? -1 : 1;
        var near = Scale.Step(_stage.Direction.Key, section.Plan.Transpose, chord, target, way);
        var far = Scale.Step(_stage.Direction.Key, section.Plan.Transpose, chord, target, 2 * way);
        if (near < part.Register[0] - 2 || far < part.Register[0] - 2)
        {
            return;
        }

        var from = end - 2 * eighth;
        notes.RemoveAll(note => note.Tick >= from && note.Tick >= tick);
        for (var i = first; i < notes.Count; i++)
        {
            notes[i] = notes[i] with { Length = Math.Min(notes[i].Length, from - notes[i].Tick) };
        }

        notes.Add(new Note(from, eighth * 9 / 10, far, part.Velocity));
        notes.Add(new Note(from + eighth, eighth * 9 / 10, near, Math.Min(127, part.Velocity + 4)));
        _previous = near;
    }

    private int Key(char letter, int tick, PartSheet part)
    {
        var chord = _stage.Harmony.At(tick);
        var low = Place(chord.Bass, part, _previous, tick);
        switch (letter)
        {
            case 'R':
                return low;
            case 'g':
                return _previous;
            case '8':
                return low + 12 <= part.Register[1] + 5 ? low + 12 : low;
            case 'a':
                var span = _stage.Harmony.SpanAt(tick);
                var target = Place(_stage.Harmony.At(span.Tick + span.Length).Bass, part, _previous);
                return target + (_previous > target ? 2 : -1);
        }

        var interval = letter switch
        {
            '5' => chord.Intervals.Length > 2 ? chord.Intervals[2] : 7,
            '3' => chord.Intervals.Length > 2 ? chord.Intervals[1] : 7,
            '6' => 9,
            _ => chord.Intervals.Length > 3 ? chord.Intervals[3] : 10,
        };
        return Place((chord.Root + interval) % 12, part, low + 4);
    }

    // The pitch class inside the register, near the last note but drawn to the lower octave, and against the tune where both could
    // move alike from a fifth or octave to another.
    private int Place(int pitchClass, PartSheet part, int near, int tick = -1)
    {
        var best = -1;
        var bestCost = double.MaxValue;
        for (var key = part.Register[0]; key <= part.Register[1]; key++)
        {
            var cost = Math.Abs(key - near) + 0.35 * (key - part.Register[0]);
            if (key % 12 == pitchClass && tick >= 0 && Parallel(key, near, tick))
            {
                cost += 7;
            }

            if (key % 12 == pitchClass && cost < bestCost)
            {
                (best, bestCost) = (key, cost);
            }
        }

        return best;
    }

    private bool Parallel(int key, int before, int tick)
    {
        var now = tune.KeyAt(tick);
        var then = tune.LastAt(tick - 1);
        if (now < 0 || then < 0 || key == before || now == then || Math.Sign(key - before) != Math.Sign(now - then))
        {
            return false;
        }

        var interval = (now - key + 120) % 12;
        return interval is 0 or 7 && interval == (then - before + 120) % 12;
    }
}

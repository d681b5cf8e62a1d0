using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Plays the bass patterns on the roots, fifths and approaches of the harmony.</summary>
internal sealed class BassWriter(Band band)
{
    private readonly Stage _stage = band.Stage;

    /// <summary>The bass line; the last chord's root included.</summary>
    public ImmutableArray<Note> Write(PartSheet part)
    {
        var notes = new List<Note>();
        var previous = part.Register[0] + 6;
        foreach (var section in _stage.Sections.Where(section => Stage.Plays(part, section)))
        {
            var row = Row(part, section).Split('|');
            var bar = 0;
            for (var tick = section.Tick; tick < section.End; tick += _stage.BarTicks, bar++)
            {
                Bar(part, row[bar % row.Length], tick, section, notes, ref previous);
            }
        }

        var kept = band.Keep(notes).ToList();
        if (Stage.Plays(part, _stage.Last))
        {
            var chord = _stage.Harmony.At(_stage.Form.LastChordTick);
            var root = Place(chord.Bass, part, previous);
            kept.Add(
                new Note(
                    _stage.Form.LastChordTick,
                    _stage.LastNoteEnd - _stage.Form.LastChordTick,
                    root,
                    part.Velocity + 8
                )
            );
        }

        return [.. kept];
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
            var plays = steps[i % steps.Length] is not ('-' or '.');
            notes += plays ? 1 : 0;
            together += plays && strokes[i % strokes.Length] != '.' ? 1 : 0;
        }

        return (double)together / Math.Max(1, notes);
    }

    private void Bar(PartSheet part, string row, int barTick, PlacedSection section, List<Note> notes, ref int previous)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is '-' or '.')
            {
                continue;
            }

            var tick = barTick + i * Ticks.PerSixteenth;
            var steps = 1;
            while (i + steps < row.Length && row[i + steps] == '-')
            {
                steps++;
            }

            var key = Key(row[i], tick, part, previous);
            var strong = i == 0 ? 8 : 0;
            notes.Add(
                new Note(
                    tick,
                    (int)(steps * Ticks.PerSixteenth * 0.94),
                    key,
                    Math.Clamp(part.Velocity + strong + (int)(14 * (section.Energy - 0.6)), 1, 127)
                )
            );
            previous = key;
        }
    }

    private int Key(char letter, int tick, PartSheet part, int previous)
    {
        var chord = _stage.Harmony.At(tick);
        var low = Place(chord.Bass, part, previous);
        switch (letter)
        {
            case 'R':
                return low;
            case '8':
                return low + 12 <= part.Register[1] + 5 ? low + 12 : low;
            case 'a':
                var span = _stage.Harmony.SpanAt(tick);
                var target = Place(_stage.Harmony.At(span.Tick + span.Length).Bass, part, previous);
                return target + (previous > target ? 2 : -1);
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

    // The pitch class inside the register, near the last note but drawn to the lower octave.
    private static int Place(int pitchClass, PartSheet part, int near)
    {
        var best = -1;
        var bestCost = double.MaxValue;
        for (var key = part.Register[0]; key <= part.Register[1]; key++)
        {
            var cost = Math.Abs(key - near) + 0.35 * (key - part.Register[0]);
            if (key % 12 == pitchClass && cost < bestCost)
            {
                (best, bestCost) = (key, cost);
            }
        }

        return best;
    }
}

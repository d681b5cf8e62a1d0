using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Plays chords: struck in a rhythm, strummed, held as a pad, or broken into an arpeggio.</summary>
internal sealed class ChordWriter(Band band)
{
    private readonly Stage _stage = band.Stage;

    /// <summary>The part's notes, the last chord included.</summary>
    public ImmutableArray<Note> Write(PartSheet part)
    {
        var voicer = new Voicer(part.Register[0], part.Register[1], part.Role == PartRole.Arpeggio ? 9 : part.Voices);
        var notes = new List<Note>();
        foreach (var section in _stage.Sections.Where(section => Stage.Plays(part, section)))
        {
            if (part.Role == PartRole.Pad)
            {
                Hold(part, section, voicer, notes);
            }
            else
            {
                Strike(part, section, voicer, notes);
            }
        }

        var kept = band.Keep(notes).ToList();
        if (Stage.Plays(part, _stage.Last))
        {
            LastChord(part, kept);
        }

        return [.. kept.OrderBy(note => note.Tick).ThenBy(note => note.Key)];
    }

    private void Hold(PartSheet part, PlacedSection section, Voicer voicer, List<Note> notes)
    {
        var spans = _stage.Harmony.Between(section.Tick, section.End).ToList();
        for (var i = 0; i < spans.Count; i++)
        {
            var end = spans[i].Tick + spans[i].Length;
            var tick = spans[i].Tick;
            while (i + 1 < spans.Count && spans[i + 1].Chord == spans[i].Chord)
            {
                i++;
                end = spans[i].Tick + spans[i].Length;
            }

            foreach (var key in voicer.Voice(spans[i].Chord))
            {
                notes.Add(new Note(tick, end - tick, key, Velocity(part, section, 0)));
            }
        }
    }

    private void Strike(PartSheet part, PlacedSection section, Voicer voicer, List<Note> notes)
    {
        var row = _stage.Choose(section, part.Id, part.Low, part.Mid, part.High)!.Split('|');
        var bar = 0;
        for (var barTick = section.Tick; barTick < section.End; barTick += _stage.BarTicks, bar++)
        {
            var steps = row[bar % row.Length];
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i] is '-' or '.')
                {
                    continue;
                }

                var held = 1;
                while (i + held < steps.Length && steps[i + held] == '-')
                {
                    held++;
                }

                Stroke(part, steps[i], barTick + i * Ticks.PerSixteenth, held, section, voicer, notes);
            }
        }
    }

    private void Stroke(
        PartSheet part,
        char letter,
        int tick,
        int held,
        PlacedSection section,
        Voicer voicer,
        List<Note> notes
    )
    {
        var length = Math.Max(60, (int)(held * Ticks.PerSixteenth * 0.95 * _stage.Direction.Effect.Length));
        var keys = voicer.Voice(_stage.Harmony.At(tick));
        if (part.Role == PartRole.Arpeggio)
        {
            var index = letter - '1';
            var key = keys[index % keys.Length] + 12 * (index / keys.Length);
            notes.Add(
                new Note(tick, length, Math.Min(key, part.Register[1] + 7), Velocity(part, section, index == 0 ? 6 : 0))
            );
            return;
        }

        var accent = letter switch
        {
            'X' => 18,
            'o' => -24,
            'u' => -12,
            _ => 0,
        };
        // An up-strum catches the upper strings, the highest first.
        var struck = letter == 'u' ? keys.Skip(keys.Length / 3).Reverse().ToList() : [.. keys];
        for (var i = 0; i < struck.Count; i++)
        {
            notes.Add(new Note(tick + Strum(part, tick, i), length, struck[i], Velocity(part, section, accent - i)));
        }
    }

    private int Strum(PartSheet part, int tick, int index)
    {
        if (part.StrumMs <= 0)
        {
            return 0;
        }

        return (int)(_stage.Map.TickAt(_stage.Map.SecondsAt(tick) + part.StrumMs * index / 1000) - tick);
    }

    private void LastChord(PartSheet part, List<Note> notes)
    {
        var voicer = new Voicer(part.Register[0], part.Register[1], Math.Max(3, part.Voices));
        var tick = _stage.Form.LastChordTick;
        var index = 0;
        foreach (var key in voicer.Voice(_stage.Harmony.At(tick)))
        {
            var strum = Strum(part, tick, index++);
            notes.Add(
                new Note(
                    tick + strum,
                    Math.Max(1, _stage.LastNoteEnd - tick - strum),
                    key,
                    Math.Min(127, part.Velocity + 6)
                )
            );
        }
    }

    private static int Velocity(PartSheet part, PlacedSection section, int accent) =>
        Math.Clamp((int)(part.Velocity * (0.86 + 0.22 * section.Energy)) + accent, 1, 127);
}

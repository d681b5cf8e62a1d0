using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Plays chords: struck in a rhythm, strummed, held as a pad, or broken into an arpeggio.</summary>
internal sealed class ChordWriter(Band band, Tune tune, Manners manners)
{
    private const double FastestStrumMs = 9;
    private const int LowestRoot = 31;
    private const int HighestFifth = 45;
    private readonly Stage _stage = band.Stage;

    /// <summary>The part's notes, the last chord included.</summary>
    public ImmutableArray<Note> Write(PartSheet part)
    {
        var voicer = VoicerOf(part, 0);
        var notes = new List<Note>();
        foreach (var section in _stage.Sections.Where(section => band.Layers.Plays(part, section)))
        {
            // The last chorus stands a third higher and has a note more.
            var player =
                band.Layers.IsSummit(section) && part.Voices > 2 && part.Role != PartRole.Arpeggio
                    ? VoicerOf(part, 1)
                    : voicer;
            if (part.Role == PartRole.Pad)
            {
                Hold(part, section, player, notes);
            }
            else
            {
                Strike(part, section, player, notes);
            }
        }

        var kept = band.Keep(part, notes).ToList();
        if (band.Layers.Plays(part, _stage.Last))
        {
            kept.AddRange(new LastChord(_stage).Of(part));
        }

        return [.. kept.OrderBy(note => note.Tick).ThenBy(note => note.Key)];
    }

    private static Voicer VoicerOf(PartSheet part, int more)
    {
        var voices = part.Role == PartRole.Arpeggio ? 9 : part.Voices + more;
        return new Voicer(part.Register[0] + 2 * more, Math.Min(part.Register[1] + 4 * more, 100), voices);
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
        var half = band.Layers.Half(section);
        var turn = band.Transitions.Of(section);
        for (var barTick = section.Tick; barTick < section.End; barTick += _stage.BarTicks)
        {
            var bar = (barTick - section.Tick) / _stage.BarTicks;
            var row = _stage
                .Choose(section, part.Id, part.Low, part.Mid, part.High, barTick >= half ? 1 : 0)!
                .Split('|');
            var steps = row[bar % row.Length];
            if (turn.Turn == Turn.Hold && barTick >= turn.From)
            {
                steps = Held(part, steps);
            }

            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i] is '-' or '.')
                {
                    continue;
                }

                var length = 1;
                while (i + length < steps.Length && steps[i + length] == '-')
                {
                    length++;
                }

                Stroke(part, steps[i], barTick + i * Ticks.PerSixteenth, length, section, voicer, notes);
            }
        }
    }

    // A busy player holds the bar before a new section, one who holds anyway leads over.
    private static string Held(PartSheet part, string steps)
    {
        var busy = steps.Count(letter => letter is not ('-' or '.')) > 2;
        var row = (busy, part.Role) switch
        {
            (_, PartRole.Arpeggio) => "1.2.3.5",
            (true, _) => "x",
            _ => steps.Length % 8 == 0 ? "x-------o---o-o-" : "x-----o---o-",
        };
        return row.PadRight(steps.Length, '-')[..steps.Length];
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
        var keys = voicer.Voice(ChordAt(part, tick, held));
        if (part.Role == PartRole.Arpeggio)
        {
            var index = letter - '1';
            var key = keys[index % keys.Length] + 12 * (index / keys.Length);
            while (key > part.Register[1] + 3)
            {
                key -= 12;
            }

            notes.Add(new Note(tick, length, key, Velocity(part, section, index == 0 ? 6 : 0)));
            return;
        }

        var accent = letter switch
        {
            'X' => 18,
            'o' => -24,
            'u' => -12,
            'm' => -12,
            'g' => -36,
            _ => 0,
        };
        // An up-strum catches the upper strings, the highest first.
        var struck = letter == 'u' ? keys.Skip(keys.Length / 3).Reverse().ToList() : [.. keys];
        struck = Clear(struck, tick);
        for (var i = 0; i < struck.Count; i++)
        {
            var late = Strum(_stage, part, tick, letter == 'u' ? 0.85 * i : i);
            var note = new Note(tick + late, length, struck[i], Velocity(part, section, accent - i));
            notes.Add(note);
            if (letter is 'm' or 'g')
            {
                manners.Mark(note, letter == 'm' ? Manner.Muted : Manner.Ghost);
            }
        }

        if (
            letter is not ('u' or 'm' or 'g')
            && IsAlone(part, section)
            && tick % _stage.Direction.Meter.TicksPerPulse == 0
        )
        {
            Left(part, section, tick, Math.Max(length, Ticks.PerQuarter), notes);
        }
    }

    // A stroke on the last eighth before a change that rings over it may bring the new chord early.
    private Chord ChordAt(PartSheet part, int tick, int held)
    {
        var span = _stage.Harmony.SpanAt(tick);
        var change = span.Tick + span.Length;
        var early = change - tick <= 2 * Ticks.PerSixteenth && tick + (held + 1) * Ticks.PerSixteenth >= change;
        if (part.Role != PartRole.Chords || !early || change >= _stage.Form.LastChordTick)
        {
            return span.Chord;
        }

        var bar = change / _stage.BarTicks % 4;
        var chance = Math.Min(1, 1.6 * _stage.Direction.Style.Melody.Anticipation);
        return _stage.Random.Child($"{part.Id}/early/{bar}").Chance(chance) ? _stage.Harmony.At(change) : span.Chord;
    }

    // Inner notes a semitone from the tune are left out.
    private List<int> Clear(List<int> keys, int tick)
    {
        var sung = tune.KeyAt(tick);
        if (sung < 0 || keys.Count < 4)
        {
            return keys;
        }

        var clear = keys.Where(key => Math.Abs(key - sung) != 1).ToList();
        return clear.Count >= 3 ? clear : keys;
    }

    // A piano without a bass player has a left hand.
    private bool IsAlone(PartSheet part, PlacedSection section) =>
        part.Program is >= 0 and <= 7
        && part.Register[0] >= 45
        && (_stage.Direction.Style.Bass is not { } bass || !band.Layers.Plays(bass, section));

    private void Left(PartSheet part, PlacedSection section, int tick, int length, List<Note> notes)
    {
        var chord = _stage.Harmony.At(tick);
        var root = LowestRoot + (chord.Bass - LowestRoot % 12 + 12) % 12;
        var inside = (tick - section.Tick) % _stage.BarTicks;
        var key = inside == 0 || !chord.Contains(root + 7) || root + 7 > HighestFifth ? root : root + 7;
        notes.Add(new Note(tick, length, key, Velocity(part, section, -4)));
    }

    /// <summary>Ticks that a string of a strum comes after the first.</summary>
    public static int Strum(Stage stage, PartSheet part, int tick, double strings)
    {
        if (part.StrumMs <= 0)
        {
            return 0;
        }

        // No hand crosses the strings of a guitar in less.
        var ms = part.Program is >= 24 and <= 31 ? Math.Max(part.StrumMs, FastestStrumMs) : part.StrumMs;
        return (int)(stage.Map.TickAt(stage.Map.SecondsAt(tick) + ms * strings / 1000) - tick);
    }

    private static int Velocity(PartSheet part, PlacedSection section, int accent) =>
        Math.Clamp((int)(part.Velocity * (0.86 + 0.22 * section.Energy)) + accent, 1, 127);
}

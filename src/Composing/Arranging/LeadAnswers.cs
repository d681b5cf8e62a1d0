using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What a melody instrument plays in the rests between sung lines: an echo of the line's end, or a figure of chord notes.</summary>
internal sealed class LeadAnswers(Stage stage, ImmutableArray<VocalPhrase> vocals, RandomStream random)
{
    private const int Eighth = Ticks.PerSixteenth * 2;
    private const int Most = 6;

    /// <summary>The answers of a sung section.</summary>
    public IEnumerable<Note> In(PartSheet part, PlacedSection section)
    {
        if (section.Energy < 0.3)
        {
            yield break;
        }

        var inside = vocals.Where(p => p.Notes[0].Tick >= section.Tick && p.Notes[0].Tick < section.End).ToList();
        for (var i = 0; i < inside.Count; i++)
        {
            var from = inside[i].Notes[^1].Tick + inside[i].Notes[^1].Length;
            var to = i + 1 < inside.Count ? inside[i + 1].Notes[0].Tick : section.End;
            var start = (from + Eighth) / Eighth * Eighth;
            var room = (to - start) / Eighth - 1;
            if (room < 2 || !random.Chance(stage.Direction.Style.Lead.Answers))
            {
                continue;
            }

            var answer = random.Chance(0.5) ? Echo(part, inside[i], start, to) : [];
            foreach (
                var note in answer.Count >= 2 ? answer : Figure(part, start, Math.Min(room, 3 + random.NextInt(3)))
            )
            {
                yield return note with
                {
                    Velocity = Velocity(part, section, note.Velocity),
                };
            }
        }
    }

    // The line's last notes again, in the instrument's register, on the chords that lie there now.
    private List<Note> Echo(PartSheet part, VocalPhrase phrase, int start, int to)
    {
        var notes = phrase.Notes;
        var first = Math.Max(0, notes.Length - 3 - random.NextInt(3));
        var bar = stage.BarTicks / 2;
        var shift = (start - notes[first].Tick + bar - 1) / bar * bar;
        var middle = (part.Register[0] + part.Register[1]) / 2.0;
        var octave = 12 * (int)Math.Round((middle - notes[first..].Average(note => note.Key)) / 12);
        var result = new List<Note>();
        for (var i = first; i < notes.Length && result.Count < Most; i++)
        {
            var tick = notes[i].Tick + shift;
            var length = Math.Min(notes[i].Length, to - Ticks.PerSixteenth - tick);
            if (length < Ticks.PerSixteenth)
            {
                break;
            }

            var chord = stage.Harmony.At(tick);
            var key = notes[i].Key + octave;
            var onBeat = tick % stage.Direction.Meter.TicksPerPulse == 0 || i == notes.Length - 1;
            key = onBeat && !chord.Contains(key) ? Nearest(chord, key) : key;
            if (key >= part.Register[0] && key <= part.Register[1])
            {
                result.Add(new Note(tick, Math.Min(length, Ticks.PerQuarter * 2), key, 0));
            }
        }

        return result;
    }

    private List<Note> Figure(PartSheet part, int start, int count)
    {
        var low = Math.Max(part.Register[0], (part.Register[0] + part.Register[1]) / 2 - 5);
        var voicer = new Voicer(low, part.Register[1], 5);
        var shape = random.NextInt(3);
        var result = new List<Note>();
        for (var i = 0; i < count; i++)
        {
            var tick = start + i * Eighth;
            var keys = voicer.Voice(stage.Harmony.At(tick));
            var index = shape switch
            {
                0 => i,
                1 => keys.Length - 1 - i,
                _ => i % 2 == 0 ? i / 2 : keys.Length - 1 - i / 2,
            };
            var key = keys[Math.Clamp(index, 0, keys.Length - 1)];
            result.Add(new Note(tick, i == count - 1 ? Ticks.PerQuarter : Eighth, key, i == 0 ? 4 : 0));
        }

        return result;
    }

    private static int Nearest(Chord chord, int key)
    {
        for (var away = 1; away < 6; away++)
        {
            foreach (var candidate in (int[])[key - away, key + away])
            {
                if (chord.Contains(candidate))
                {
                    return candidate;
                }
            }
        }

        return key;
    }

    private static int Velocity(PartSheet part, PlacedSection section, int accent) =>
        Math.Clamp((int)(part.Velocity * (0.7 + 0.2 * section.Energy)) + accent, 1, 127);
}

using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Grace notes and turns on the longer notes of a melody instrument.</summary>
internal sealed class Ornaments(Stage stage, RandomStream random)
{
    private const double GraceSeconds = 0.07;
    private const int Turned = 4;

    /// <summary>The notes with their ornaments, as many as the style likes.</summary>
    public IEnumerable<Note> On(IEnumerable<Note> notes)
    {
        var wish = stage.Direction.Style.Lead.Ornaments;
        foreach (var note in notes)
        {
            var played =
                note.Length < Ticks.PerQuarter || !random.Chance(0.35 * wish) ? [note]
                : note.Length >= 2 * Ticks.PerQuarter && random.Chance(0.4) ? Turn(note)
                : Grace(note);
            foreach (var one in played)
            {
                yield return one;
            }
        }
    }

    // A short note a step below or above that leans on the note.
    private Note[] Grace(Note note)
    {
        var length = (int)(stage.Map.TickAt(stage.Map.SecondsAt(note.Tick) + GraceSeconds) - note.Tick);
        var key = Neighbour(note, random.Chance(0.65) ? -1 : 1);
        return
        [
            new Note(note.Tick, length, key, Math.Max(1, note.Velocity - 14)),
            note with
            {
                Tick = note.Tick + length,
                Length = note.Length - length,
            },
        ];
    }

    // The note, its upper neighbour, itself, its lower neighbour, itself.
    private Note[] Turn(Note note)
    {
        var step = Math.Min(Ticks.PerSixteenth, note.Length / 8);
        var start = note.Length - (Turned + 2) * step;
        int[] keys = [Neighbour(note, 1), note.Key, Neighbour(note, -1)];
        return
        [
            note with
            {
                Length = start,
            },
            .. keys.Select(
                (key, i) => new Note(note.Tick + start + i * step, step, key, Math.Max(1, note.Velocity - 10))
            ),
            note with
            {
                Tick = note.Tick + start + 3 * step,
                Length = note.Length - start - 3 * step,
            },
        ];
    }

    private int Neighbour(Note note, int way)
    {
        var transpose = stage.SectionAt(note.Tick).Plan.Transpose;
        return Scale.Step(stage.Direction.Key, transpose, stage.Harmony.At(note.Tick), note.Key, way);
    }
}

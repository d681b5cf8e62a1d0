using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Plays grooves, fills, crashes and the last stroke.</summary>
internal sealed class DrumWriter(Stage stage)
{
    private readonly DrumSheet _sheet = stage.Direction.Style.Drums;
    private readonly RandomStream _random = stage.Random.Child("drums");
    private readonly int _steps = stage.Direction.Steps;

    /// <summary>All strokes; empty when the style has no drums.</summary>
    public ImmutableArray<Note> Write()
    {
        var notes = new List<Note>();
        foreach (var section in stage.Sections.Where(Plays))
        {
            Section(section, notes);
        }

        var kept = stage.Keep(notes).ToList();
        if (Plays(stage.Last))
        {
            kept.Add(new Note(stage.Form.LastChordTick, 240, DrumKeys.ByName["kick"], 105));
            kept.Add(new Note(stage.Form.LastChordTick, 960, DrumKeys.ByName["crash"], 92));
        }

        return [.. kept.OrderBy(note => note.Tick).ThenBy(note => note.Key)];
    }

    private bool Plays(PlacedSection section) => stage.Groove(section) is not null;

    private void Section(PlacedSection section, List<Note> notes)
    {
        var groove = stage.Groove(section)!;
        var bars = (section.End - section.Tick + stage.BarTicks - 1) / stage.BarTicks;
        for (var bar = 0; bar < bars; bar++)
        {
            var tick = section.Tick + bar * stage.BarTicks;
            var (fill, from) = FillFor(section, bar, bars);
            Bar(groove, bar, tick, 0, from, section, notes);
            if (fill is not null)
            {
                Bar(fill, 0, tick, from, _steps, section, notes);
            }
        }

        if (section.Energy >= 0.6)
        {
            notes.Add(new Note(section.Tick, 960, DrumKeys.ByName["crash"], (int)(70 + 35 * section.Energy)));
        }
    }

    // A fill in a section's last bar, now and then a short one in every fourth; (null, all steps) for none.
    private (ImmutableDictionary<string, string>? Fill, int From) FillFor(PlacedSection section, int bar, int bars)
    {
        var last = bar == bars - 1;
        var chance =
            last ? 0.95
            : bar % 4 == 3 ? 0.4
            : 0;
        if (_sheet.Fills.IsEmpty || section.Energy < 0.35 || bars < 2 || !_random.Chance(chance))
        {
            return (null, _steps);
        }

        var fill = _random.Pick(_sheet.Fills);
        var first = fill.Values.Min(row => row.AsSpan(0, _steps).IndexOfAnyExcept('.') is var i && i < 0 ? _steps : i);
        return (fill, last ? first : Math.Max(first, _steps - _steps / 4));
    }

    private static void Bar(
        ImmutableDictionary<string, string> rows,
        int bar,
        int tick,
        int from,
        int to,
        PlacedSection section,
        List<Note> notes
    )
    {
        foreach (var (drum, row) in rows.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var bars = row.Split('|');
            var steps = bars[bar % bars.Length];
            var key = DrumKeys.ByName[drum];
            for (var i = from; i < Math.Min(to, steps.Length); i++)
            {
                Stroke(steps[i], tick + i * Ticks.PerSixteenth, key, section.Energy, notes);
            }
        }
    }

    private static void Stroke(char letter, int tick, int key, double energy, List<Note> notes)
    {
        var force = (0.82 + 0.25 * energy) * Touch(tick, key);
        var (strokes, velocity) = letter switch
        {
            'X' => (1, 112.0),
            'x' => (1, 92),
            'o' => (1, 54),
            'r' => (2, 78),
            't' => (3, 74),
            _ => (0, 0),
        };
        for (var i = 0; i < strokes; i++)
        {
            var at = tick + i * Ticks.PerSixteenth / strokes;
            notes.Add(
                new Note(
                    at,
                    Ticks.PerSixteenth / strokes,
                    key,
                    Math.Clamp((int)(velocity * force * (1 - 0.08 * i)), 1, 127)
                )
            );
        }
    }

    // Hats and shakers breathe inside the beat as drummers play them (Groove MIDI: 75, 52, 71, 59). Cymbals and tambourines ring
    // where the voice has its consonants: they are struck softer.
    private static double Touch(int tick, int key)
    {
        if (key is 51 or 53 or 54 or 59)
        {
            return 0.74;
        }

        var place = tick / Ticks.PerSixteenth % 4;
        return key is not (42 or 44 or 69 or 70) ? 1
            : place == 0 ? 1
            : place == 2 ? 0.94
            : 0.8;
    }
}

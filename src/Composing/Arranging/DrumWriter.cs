using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Plays grooves as a drummer varies them, fills, builds, crashes and the last stroke.</summary>
internal sealed class DrumWriter
{
    private readonly Band _band;
    private readonly Stage _stage;
    private readonly DrumTouches _touches;
    private readonly DrumVariation _variation;
    private readonly FillPicker _fills;
    private readonly RandomStream _random;
    private readonly List<Note> _notes = [];
    private readonly HashSet<int> _accents = [];

    public DrumWriter(Band band, DrumTouches touches)
    {
        _band = band;
        _stage = band.Stage;
        _touches = touches;
        _random = _stage.Random.Child("drums");
        _variation = new DrumVariation(_stage.Direction, touches, _random.Child("variation"));
        _fills = new FillPicker(_stage.Direction, _random.Child("fills"));
    }

    /// <summary>Written ticks of hard strokes on the snare within fills.</summary>
    public IReadOnlySet<int> FillAccents => _accents;

    /// <summary>All strokes on the written grid; empty when the style has no drums.</summary>
    public ImmutableArray<Note> Write()
    {
        foreach (var section in _stage.Sections.Where(Plays))
        {
            Section(section);
        }

        var kept = _band.Keep(_notes).ToList();
        if (Plays(_stage.Last))
        {
            kept.AddRange(new DrumEnding(_stage).Write());
        }

        return [.. kept.OrderBy(note => note.Tick).ThenBy(note => note.Key)];
    }

    private bool Plays(PlacedSection section) => _stage.Groove(section) is not null;

    private void Section(PlacedSection section)
    {
        var groove = _stage.Groove(section)!;
        var bars = (section.End - section.Tick + _stage.BarTicks - 1) / _stage.BarTicks;
        var turn = _band.Transitions.Of(section);
        for (var number = 0; number < bars; number++)
        {
            var tick = section.Tick + number * _stage.BarTicks;
            var bar = new DrumBar(groove, number, _stage.Direction.Steps);
            _variation.Play(bar, number);
            if (turn.Turn == Turn.Build && tick >= turn.From)
            {
                DrumBuild.Thin(bar, last: tick + _stage.BarTicks >= section.End);
            }
            else
            {
                Fill(bar, turn, number, bars);
            }

            Place(bar, tick, section.Energy);
        }

        if (turn.Turn == Turn.Build)
        {
            _notes.AddRange(DrumBuild.Roll(turn, _stage.Direction, groove));
        }

        Crash(section);
    }

    // A fill in a section's last bar, now and then a short one in every fourth.
    private void Fill(DrumBar bar, Transition turn, int number, int bars)
    {
        var last = number == bars - 1;
        var middle = !last && number % 4 == 3 && turn.Before.Energy >= 0.35 && _random.Chance(0.45);
        if (_fills.IsEmpty || bars < 2 || !(middle || (last && turn.Turn == Turn.Fill)))
        {
            return;
        }

        var into = turn.After?.Energy ?? turn.Before.Energy;
        var large = last && (turn.After?.Plan.Kind == "chorus" || Math.Max(into, turn.Before.Energy) > 0.55);
        var fill = _fills.Pick(large);
        var first = last ? fill.First() : Math.Max(fill.First(), bar.Steps - bar.Steps / 4);
        bar.CutFrom(first);
        bar.Lay(fill, first);
    }

    private void Crash(PlacedSection section)
    {
        var into = _band.Transitions.Into(section);
        var chance =
            section.Energy >= 0.6 ? 1
            : into?.Turn is Turn.Fill or Turn.Build && section.Energy >= 0.4 ? 0.75
            : 0;
        if (!_random.Child($"crash/{section.Tick}").Chance(chance))
        {
            return;
        }

        _notes.Add(new Note(section.Tick, Ticks.PerQuarter, DrumKeys.ByName["crash"], (int)(62 + 40 * section.Energy)));
        if (into?.Turn is Turn.Build or Turn.Drop && _notes.TrueForAll(n => n.Tick != section.Tick || n.Key != 36))
        {
            _notes.Add(new Note(section.Tick, Ticks.PerSixteenth, DrumKeys.ByName["kick"], 104));
        }
    }

    private void Place(DrumBar bar, int tick, double energy)
    {
        foreach (var (drum, step, letter) in bar.Strokes())
        {
            var at = tick + step * Ticks.PerSixteenth;
            var strokes = letter switch
            {
                'r' => 2,
                't' => 3,
                _ => 1,
            };
            var key = DrumKeys.ByName[drum];
            var velocity = _touches.Velocity(letter, key, at, energy) * (strokes > 1 ? 0.88 : 1);
            if (letter == 'X' && drum == "snare" && step >= bar.FillFrom)
            {
                _accents.Add(at);
            }

            for (var i = 0; i < strokes; i++)
            {
                var length = Ticks.PerSixteenth / strokes;
                var force = Math.Clamp((int)(velocity * (1 - 0.08 * i)), 1, 127);
                _notes.Add(new Note(at + i * length, length, key, force));
            }
        }
    }
}

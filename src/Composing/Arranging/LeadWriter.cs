using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// The melody instrument: the tune of an instrumental, the hook or a solo in the breaks of a song, short answers in the rests of the
/// voice.
/// </summary>
internal sealed class LeadWriter
{
    private readonly Stage _stage;
    private readonly LineComposer _lines;
    private readonly IReadOnlyDictionary<string, ImmutableArray<LineShape>> _sung;
    private readonly ImmutableArray<VocalPhrase> _vocals;
    private readonly LeadTunes _tunes;
    private readonly LeadAnswers _answers;
    private readonly Ornaments _ornaments;
    private readonly RandomStream _random;
    private readonly Direction _direction;
    private readonly ImmutableArray<Note>? _given;

    public LeadWriter(
        Stage stage,
        LineComposer lines,
        IReadOnlyDictionary<string, ImmutableArray<LineShape>> sung,
        ImmutableArray<VocalPhrase> vocals,
        TuneMemory memory
    )
    {
        _stage = stage;
        _direction = stage.Direction;
        _lines = lines;
        _sung = sung;
        _vocals = vocals;
        _random = new RandomStream(_direction.Brief.Seed, "lead");
        _given = memory.Line;
        _tunes = new LeadTunes(_direction, lines, memory, _random);
        _answers = new LeadAnswers(stage, vocals, _random.Child("answers"));
        _ornaments = new Ornaments(stage, _random.Child("ornaments"));
    }

    /// <summary>The lead voice's phrases.</summary>
    public ImmutableArray<VocalPhrase> Vocals => _vocals;

    /// <summary>What the part plays over the whole song.</summary>
    public ImmutableArray<Note> Write(PartSheet part, Band band)
    {
        if (_given is { } given)
        {
            return ReferenceEquals(part, _direction.Style.Parts.First(sheet => sheet.Role == PartRole.Lead))
                ? given
                : [];
        }

        var notes = new List<Note>();
        foreach (var section in _stage.Sections.Where(section => band.Layers.Plays(part, section)))
        {
            if (section.Plan.IsSung)
            {
                notes.AddRange(_answers.In(part, section));
            }
            else if (HasTune(section))
            {
                Tune(part, section, notes);
            }
        }

        var kept = _ornaments.On(OneByOne(band.Keep(notes))).ToList();
        LastNote(part, kept);
        return [.. kept.OrderBy(note => note.Tick)];
    }

    // A pick-up takes over from the note before it.
    private static IEnumerable<Note> OneByOne(IEnumerable<Note> notes)
    {
        var ordered = notes.OrderBy(note => note.Tick).DistinctBy(note => note.Tick).ToList();
        return ordered.Select(
            (note, i) =>
                i + 1 < ordered.Count
                    ? note with
                    {
                        Length = Math.Min(note.Length, ordered[i + 1].Tick - note.Tick),
                    }
                    : note
        );
    }

    // The intro of a sung song may stay without a tune, the others not.
    private bool HasTune(PlacedSection section) =>
        section.Plan.Kind switch
        {
            "intro" => _random.Child("intro").Chance(_direction.Brief.IsVocal ? 0.65 : 0.4),
            "outro" => _random.Child("outro").Chance(0.7),
            _ => true,
        };

    private void Tune(PartSheet part, PlacedSection section, List<Note> notes)
    {
        var hook = _sung.GetValueOrDefault("chorus");
        var takesHook =
            !hook.IsDefaultOrEmpty && _random.Child("hook" + section.Plan.Kind).Chance(_direction.Style.Lead.Hook);
        var tick = section.Tick;
        var index = 0;
        while (section.End - tick >= _stage.BarTicks)
        {
            var bars = LineBars((section.End - tick) / _stage.BarTicks);
            var wish = Wish(part, section, index, tick, bars);
            var shape = takesHook ? Hook(hook, index, wish) : null;
            shape ??= _tunes.Line(section, index, wish);
            Place(part, section, shape, tick, notes);
            tick += bars * _stage.BarTicks;
            index++;
        }
    }

    private int LineBars(int left) => Math.Min(left, UsualBars(_direction.Meter, _stage.Form.Bpm));

    /// <summary>Bars of a line of a melody instrument at a tempo in pulses a minute.</summary>
    public static int UsualBars(Meter meter, double bpm)
    {
        var seconds = meter.TicksPerBar / meter.TicksPerPulse * 60 / bpm;
        return seconds < 1.6 ? 4
            : seconds > 3.2 ? 1
            : 2;
    }

    private LineShape? Hook(ImmutableArray<LineShape> hook, int index, LineWish wish)
    {
        var shape = hook[index % hook.Length];
        var shift = 12 * (int)Math.Round((wish.Centre - shape.Keys.Average()) / 12);
        var moved = shape with { Keys = [.. shape.Keys.Select(key => Math.Clamp(key + shift, wish.Low, wish.High))] };
        var fits = shape.Slots[^1] + 1 < wish.Slots;
        return fits && _lines.ChordShare(moved, wish) > 0.45 ? moved : null;
    }

    private LineWish Wish(PartSheet part, PlacedSection section, int index, int tick, int bars)
    {
        var seconds = bars * _direction.BarSeconds(_stage.Form.Bpm);
        var busy =
            1.9 * _direction.Style.Melody.Density * (1 + _direction.Effect.Density) * (0.75 + 0.5 * section.Energy);
        var count = Math.Clamp((int)Math.Round(seconds * busy), 2, bars * 9);
        var stress = Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 0.6 : -0.5).ToImmutableArray();
        var middle = (part.Register[0] + part.Register[1]) / 2.0 + Math.Clamp(_direction.Effect.Register, -7, 7);
        var lift = section.Plan.Kind is "chorus" or "inst" ? 3 : 0;
        return new LineWish
        {
            Stress = stress,
            Tick = tick,
            Slots = bars * _direction.Steps,
            Transpose = section.Plan.Transpose,
            Low = part.Register[0],
            High = part.Register[1],
            Centre = Math.Clamp(middle + lift, part.Register[0] + 4, part.Register[1] - 4),
            Arc = 6,
            Peak = index % 2 == 0 ? 0.6 : 0.3,
            Closed = index % 4 == 3 || tick + 2 * bars * _stage.BarTicks > section.End,
            NotesPerSecond = busy * 1.35,
        };
    }

    private void Place(PartSheet part, PlacedSection section, LineShape shape, int tick, List<Note> notes)
    {
        for (var i = 0; i < shape.Slots.Length; i++)
        {
            var at = tick + shape.Slots[i] * Ticks.PerSixteenth;
            var arc = 8 * (1 - Math.Abs(2.0 * i / Math.Max(1, shape.Slots.Length - 1) - 1));
            if (at >= Math.Max(0, section.Tick - (HasPickup(section) ? _stage.BarTicks / 2 : 0)) && at < section.End)
            {
                notes.Add(
                    new Note(
                        at,
                        Math.Max(
                            60,
                            (int)(shape.Lengths[i] * Ticks.PerSixteenth * 0.97 * Math.Min(1, _direction.Effect.Length))
                        ),
                        Math.Clamp(shape.Keys[i] + section.Plan.Transpose, 0, 127),
                        Math.Clamp((int)(part.Velocity * (0.85 + 0.2 * section.Energy) + arc), 1, 127)
                    )
                );
            }
        }
    }

    // A tune's pick-up may sound before its section where nobody sings.
    private bool HasPickup(PlacedSection section) =>
        !_vocals.Any(phrase =>
            phrase.Notes[^1].Tick + phrase.Notes[^1].Length > section.Tick - _stage.BarTicks / 2
            && phrase.Notes[0].Tick < section.Tick
        );

    private void LastNote(PartSheet part, List<Note> kept)
    {
        if (_direction.Brief.IsVocal)
        {
            return;
        }

        var chord = _stage.Harmony.At(_stage.Form.LastChordTick);
        var near = kept.Count > 0 ? kept[^1].Key : (part.Register[0] + part.Register[1]) / 2;
        var key = Enumerable
            .Range(part.Register[0], part.Register[1] - part.Register[0] + 1)
            .Where(k => k % 12 == chord.Root)
            .MinBy(k => Math.Abs(k - near));
        kept.Add(
            new Note(_stage.Form.LastChordTick, _stage.LastNoteEnd - _stage.Form.LastChordTick, key, part.Velocity)
        );
    }
}

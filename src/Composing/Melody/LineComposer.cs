using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Writes one line: draws rhythms, draws tunes for the best of them, and takes the best line of all.</summary>
internal sealed class LineComposer
{
    private const int Rhythms = 48;
    private const int Best = 3;
    private const int Tunes = 8;
    private readonly Harmony _harmony;
    private readonly MetricGrid _grid;
    private readonly RhythmWriter _rhythm;
    private readonly TuneWriter _tune;
    private readonly StressTable _stress;
    private readonly LineBender _bender;
    private readonly Key _key;
    private readonly double _slotSeconds;
    private readonly double _anticipation;

    public LineComposer(
        Direction direction,
        FormPlan form,
        Harmony harmony,
        MetricGrid grid,
        MelodyStatistics sung,
        MelodyCharacter drawn
    )
    {
        var character = drawn.Bent(direction.Brief);
        var melody = direction.Style.Melody with
        {
            Syncopation = Math.Clamp(direction.Style.Melody.Syncopation + character.Syncopation, 0, 1),
        };
        var swung = direction.Style.SwingUnit == 8 && direction.Style.Swing > 0.55;
        var quarterBpm = form.Bpm * direction.Meter.TicksPerPulse / Ticks.PerQuarter;
        _anticipation = melody.Anticipation;
        _harmony = harmony;
        _grid = grid;
        _key = direction.Key;
        _stress = new StressTable(grid, melody, WordsKnob.Turn(direction.Brief));
        _bender = new LineBender(
            _stress,
            Math.Max(1, (int)Math.Ceiling((0.12 / (direction.BarSeconds(form.Bpm) / direction.Steps)) - 1e-9))
        );
        var gaps = new GapTable(sung, grid, quarterBpm, swung, character.Sixteenths);
        _rhythm = new RhythmWriter(gaps, _stress, grid, melody);
        _tune = new TuneWriter(sung, direction.Key, melody, character);
        _slotSeconds = direction.BarSeconds(form.Bpm) / direction.Steps;
    }

    /// <summary>Writes the line.</summary>
    public LineShape Write(LineWish wish, RandomStream random)
    {
        var rhythms = _rhythm
            .Draw(Task(wish, random), Rhythms, random)
            .OrderByDescending(slots =>
                LineJudge.Rhythm(slots, wish, _stress) + Familiar(slots, wish) - Hurry(slots, 4, wish)
            )
            .Take(wish.Rap ? 1 : Best);
        LineShape? best = null;
        var bestScore = double.MinValue;
        foreach (var slots in rhythms)
        {
            var lengths = Lengths(slots, wish, random);
            ImmutableArray<ImmutableArray<int>> tunes = wish.Rap
                ? [Speak(wish, random)]
                : _tune.Draw(Tune(wish, slots, lengths), Tunes, random);
            foreach (var keys in tunes)
            {
                var shape = new LineShape(slots, lengths, keys, [.. Enumerable.Range(0, slots.Length)]);
                var score =
                    LineJudge.Rhythm(slots, wish, _stress)
                    + Familiar(slots, wish)
                    + LineJudge.Tune(shape, wish)
                    + Kept(shape, wish)
                    - (1.2 * ToneMotion.ContraryShare(shape.Keys, shape.Syllables, wish.Tones))
                    - Hurry(slots, lengths[^1], wish);
                if (score > bestScore)
                {
                    (best, bestScore) = (shape, score);
                }
            }
        }

        return best!;
    }

    /// <summary>The share of a shape's notes that belong to the chords that lie under the line.</summary>
    public double ChordShare(LineShape shape, LineWish wish)
    {
        var fitting = 0;
        for (var i = 0; i < shape.Slots.Length; i++)
        {
            fitting += ChordAt(wish, shape.Slots[i]).Contains(shape.Keys[i]) ? 1 : 0;
        }

        return (double)fitting / Math.Max(1, shape.Slots.Length);
    }

    /// <summary>The share of time for which two lines of a form lie over the same chords.</summary>
    public double SameChords(int tick, int other, int ticks)
    {
        var same = 0;
        for (var at = 0; at < ticks; at += Ticks.PerQuarter)
        {
            same += _harmony.At(tick + at).Root == _harmony.At(other + at).Root ? 1 : 0;
        }

        return (double)same * Ticks.PerQuarter / ticks;
    }

    /// <summary>The tune under other words, and how well they lie on it (about 0 to 4); null where it cannot be.</summary>
    public (LineShape Shape, double Fit)? Bend(LineShape shape, LineWish wish) =>
        _bender.Bend(shape, wish) is { } bent && Hurry(bent.Shape.Slots, bent.Shape.Lengths[^1], wish) <= 0
            ? bent
            : null;

    // A line that repeats another is judged by how much of it is left.
    private static double Kept(LineShape shape, LineWish wish) =>
        wish is { Motif: { } motif, Relation: LineRelation.Repeat }
            ? 4 * wish.Pull * wish.Pull * wish.Pull * LineJudge.Alike(shape, motif)
            : 0;

    // Songs say again in rhythm what they have said before.
    private double Familiar(ImmutableArray<int> slots, LineWish wish) =>
        1.6 * BarRhythms.Share(slots, _grid.Steps, wish.Known);

    // A line never has more syllables a second than a singer can form.
    private double Hurry(ImmutableArray<int> slots, int last, LineWish wish)
    {
        var rate = slots.Length / ((slots[^1] + last - slots[0]) * _slotSeconds);
        return 25 * Math.Max(0, rate - (wish.Rap ? LineFitter.FastestRapped : LineFitter.FastestSung));
    }

    private RhythmTask Task(LineWish wish, RandomStream random)
    {
        var fill = wish.Stress.Length / wish.NotesPerSecond / _slotSeconds / wish.Slots;
        return new RhythmTask
        {
            Stress = wish.Stress,
            Slots = wish.Slots,
            Pickup = wish.Pickup,
            SlotSeconds = _slotSeconds,
            ShortestSeconds = wish.Rap ? 0.1 : 0.122,
            Early = !wish.Rap && wish.Stress[^1] < 0.9 && random.Chance(2.2 * _anticipation),
            Motif = wish.Motif?.Slots ?? [],
            Fill = Math.Clamp(fill, 0.4, wish.Rap ? 0.9 : 0.8),
            Pull =
                wish.Motif is null ? 0
                : wish.Relation is LineRelation.Answer ? 0.5
                : 0.9 * wish.Pull,
        };
    }

    private ImmutableArray<int> Lengths(ImmutableArray<int> slots, LineWish wish, RandomStream random)
    {
        var lengths = new int[slots.Length];
        for (var i = 0; i < slots.Length - 1; i++)
        {
            var gap = slots[i + 1] - slots[i];
            lengths[i] = gap > 8 ? gap - 2 : gap;
        }

        var rest = Math.Max(2, (int)Math.Ceiling(0.3 / _slotSeconds));
        var left = wish.Slots - rest - slots[^1];
        var hold = wish.Rap ? 2 : 4 + random.NextInt(6);
        lengths[^1] = Math.Max(1, Math.Min(left, hold));
        return [.. lengths];
    }

    private TuneTask Tune(LineWish wish, ImmutableArray<int> slots, ImmutableArray<int> lengths) =>
        new()
        {
            Chords = [.. slots.Select(slot => ChordAt(wish, slot))],
            Places =
            [
                .. slots.Select(slot =>
                    _grid.Strength(slot) switch
                    {
                        >= 0.8 => 2,
                        >= 0.5 => 1,
                        _ => 0,
                    }
                ),
            ],
            Lengths = lengths,
            Targets = Targets(wish, slots),
            Tones = wish.Tones,
            Pull = wish.Relation is LineRelation.Sequence ? 0.8 : wish.Pull,
            Low = wish.Low,
            High = wish.High,
            Centre = wish.Centre,
            Arc = wish.Arc,
            Peak = wish.Peak,
            Closed = wish.Closed,
        };

    // The keys of the motif at its own places; a note in between takes the key of the note before it.
    private ImmutableArray<int> Targets(LineWish wish, ImmutableArray<int> slots)
    {
        if (wish.Motif is not { } motif || wish.Relation is LineRelation.Answer)
        {
            return [.. slots.Select(_ => 0)];
        }

        var until = wish.Relation is LineRelation.Vary ? wish.Slots * 0.5 : wish.Slots;
        return
        [
            .. slots.Select(slot =>
            {
                var at = Math.Max(0, motif.Slots.ToList().FindLastIndex(own => own <= slot));
                var key = motif.Keys[at];
                return slot >= until ? 0
                    : wish.Relation is LineRelation.Sequence ? Shifted(key, wish)
                    : key;
            }),
        ];
    }

    private int Shifted(int key, LineWish wish)
    {
        var scale = _key.MelodyDegrees;
        for (var left = Math.Abs(wish.Shift); left > 0; left--)
        {
            do
            {
                key += Math.Sign(wish.Shift);
            } while (!scale.Contains((key - _key.Tonic + 120) % 12));
        }

        return Math.Clamp(key, wish.Low, wish.High);
    }

    // Chords are looked up in the song's own key, so that a lifted section copies its shape and is transposed as a whole.
    private Chord ChordAt(LineWish wish, int slot) =>
        _harmony.At(Math.Max(wish.Tick, wish.Tick + slot * Ticks.PerSixteenth)).Transpose(-wish.Transpose);

    private static ImmutableArray<int> Speak(LineWish wish, RandomStream random)
    {
        var count = wish.Stress.Length;
        var keys = new int[count];
        for (var i = 0; i < count; i++)
        {
            var place = (double)i / count;
            keys[i] = (int)
                Math.Round(wish.Centre + 2 * (0.5 - place) + 1.5 * wish.Stress[i] + 0.8 * random.NextNormal());
            keys[i] = Math.Clamp(keys[i], wish.Low, wish.High);
        }

        return [.. keys];
    }
}

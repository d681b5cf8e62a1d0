using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Writes one line: first its rhythm, then its tune.</summary>
internal sealed class LineComposer
{
    private readonly Harmony _harmony;
    private readonly MetricGrid _grid;
    private readonly RhythmWriter _rhythm;
    private readonly TuneWriter _tune;
    private readonly double _slotSeconds;

    public LineComposer(Direction direction, FormPlan form, Harmony harmony, MetricGrid grid)
    {
        var melody = direction.Style.Melody;
        _harmony = harmony;
        _grid = grid;
        var swung = direction.Style.SwingUnit == 8 && direction.Style.Swing > 0.55;
        _rhythm = new RhythmWriter(grid, melody.Syncopation, swung);
        _tune = new TuneWriter(direction.Key, melody.Leaps, melody.Pentatonic);
        _slotSeconds = direction.BarSeconds(form.Bpm) / direction.Steps;
    }

    /// <summary>Writes the line.</summary>
    public LineShape Write(LineWish wish, RandomStream random)
    {
        var slots = _rhythm.Write(Task(wish), random);
        var lengths = Lengths(slots, wish, random);
        var keys = wish.Rap ? Speak(wish, random) : Tune(wish, slots, lengths, random);
        return new LineShape(slots, lengths, keys, [.. Enumerable.Range(0, slots.Length)]);
    }

    /// <summary>True when every note of the shape still fits the chords that lie under the line now as it did.</summary>
    public double ChordShare(LineShape shape, LineWish wish)
    {
        var fitting = 0;
        for (var i = 0; i < shape.Slots.Length; i++)
        {
            fitting += ChordAt(wish, shape.Slots[i]).Contains(shape.Keys[i]) ? 1 : 0;
        }

        return (double)fitting / Math.Max(1, shape.Slots.Length);
    }

    private RhythmTask Task(LineWish wish)
    {
        var fill = wish.Stress.Length / wish.NotesPerSecond / _slotSeconds / wish.Slots;
        return new RhythmTask(
            wish.Stress,
            wish.Slots,
            wish.Pickup,
            _slotSeconds,
            wish.Rap ? 0.1 : 0.145,
            wish.Motif?.Slots ?? [],
            Math.Clamp(fill, 0.4, wish.Rap ? 0.9 : 0.8)
        );
    }

    private ImmutableArray<int> Lengths(ImmutableArray<int> slots, LineWish wish, RandomStream random)
    {
        var lengths = new int[slots.Length];
        for (var i = 0; i < slots.Length - 1; i++)
        {
            var gap = slots[i + 1] - slots[i];
            lengths[i] = gap > 8 ? gap - 2 : gap;
        }

        var rest = Math.Max(1, (int)Math.Ceiling(0.3 / _slotSeconds));
        var left = wish.Slots - rest - slots[^1];
        var hold = wish.Rap ? 2 : 4 + random.NextInt(6);
        lengths[^1] = Math.Max(1, Math.Min(left, hold));
        return [.. lengths];
    }

    private ImmutableArray<int> Tune(
        LineWish wish,
        ImmutableArray<int> slots,
        ImmutableArray<int> lengths,
        RandomStream random
    )
    {
        var chords = slots.Select(slot => ChordAt(wish, slot)).ToImmutableArray();
        var weights = slots
            .Select((slot, i) => Math.Clamp(Math.Max(_grid.Strength(slot) * 0.9, lengths[i] / 6.0), 0, 1))
            .ToImmutableArray();
        var task = new TuneTask(
            chords,
            weights,
            wish.Low,
            wish.High,
            wish.Centre,
            wish.Arc,
            wish.Peak,
            wish.Closed,
            wish.Motif?.Keys ?? []
        );
        return _tune.Write(task, random);
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

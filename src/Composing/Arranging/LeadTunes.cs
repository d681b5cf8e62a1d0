using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// The tunes of a melody instrument: one motif for the song, stated, answered and sequenced in each section, and developed when the
/// section returns: an octave higher, denser, or with another middle.
/// </summary>
internal sealed class LeadTunes(Direction direction, LineComposer lines, TuneMemory memory, RandomStream random)
{
    private readonly Dictionary<string, List<LineShape>> _tunes = memory.PlayedTunes();
    private LineShape? _motif = memory.Motif;

    /// <summary>The line of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="index">The line's number in it.</param>
    /// <param name="wish">What the line is asked to be.</param>
    public LineShape Line(PlacedSection section, int index, LineWish wish)
    {
        var name = section.Plan.Kind is "outro" ? "chorus" : section.Plan.Kind;
        var kept = _tunes.TryGetValue(name, out var list) ? list : _tunes[name] = [];
        if (index < memory.Played.GetValueOrDefault(name, []).Length)
        {
            kept[index] = Within(kept[index], wish);
        }

        if (index < kept.Count && kept[index].Slots[^1] + 1 < wish.Slots && lines.ChordShare(kept[index], wish) > 0.5)
        {
            return section.Nth > 1 ? Develop(kept[index], section, index, wish) : kept[index];
        }

        var (motif, relation, shift) = From(kept, index);
        var shape = lines.Write(
            wish with
            {
                Motif = motif,
                Relation = relation,
                Shift = shift,
            },
            random.Child($"{name}/{index}")
        );
        if (index == kept.Count)
        {
            kept.Add(shape);
        }

        _motif ??= shape;
        return shape;
    }

    // An older song's tune in the register of the instrument that plays it now.
    private static LineShape Within(LineShape shape, LineWish wish)
    {
        if (shape.Keys.Min() >= wish.Low && shape.Keys.Max() <= wish.High)
        {
            return shape;
        }

        var shift = 12 * (int)Math.Round((wish.Centre - shape.Keys.Average()) / 12);
        return shape with { Keys = [.. shape.Keys.Select(key => Math.Clamp(key + shift, wish.Low, wish.High))] };
    }

    private (LineShape? Motif, LineRelation Relation, int Shift) From(List<LineShape> kept, int index)
    {
        if (kept.Count == 0 || index == 0)
        {
            return (_motif, LineRelation.Answer, 0);
        }

        var earlier = index - 2 < kept.Count && index >= 2 ? kept[index - 2] : kept[0];
        return (index % 4) switch
        {
            1 => (kept[^1], LineRelation.Answer, 0),
            2 => (earlier, index % 8 == 2 ? LineRelation.Vary : LineRelation.Sequence, index % 8 == 2 ? 0 : 2),
            3 => (earlier, LineRelation.Answer, 0),
            _ => (kept[0], LineRelation.Sequence, random.Child($"shift/{index}").Chance(0.5) ? 1 : -1),
        };
    }

    // A tune that returns is the same tune, but not the same notes throughout.
    private LineShape Develop(LineShape shape, PlacedSection section, int index, LineWish wish)
    {
        var way = random.Child($"develop/{section.Plan.Kind}/{section.Nth}").NextInt(3);
        var higher = shape with { Keys = [.. shape.Keys.Select(key => key + 12)] };
        if (way == 0 && higher.Keys.Max() <= wish.High + 2)
        {
            return higher;
        }

        return way == 1 || index % 2 == 1 ? Denser(shape, wish) : shape;
    }

    // Long notes are broken in two, the second a step toward the note that follows.
    private LineShape Denser(LineShape shape, LineWish wish)
    {
        var slots = ImmutableArray.CreateBuilder<int>();
        var lengths = ImmutableArray.CreateBuilder<int>();
        var keys = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < shape.Slots.Length; i++)
        {
            slots.Add(shape.Slots[i]);
            keys.Add(shape.Keys[i]);
            if (shape.Lengths[i] < 4 || i == shape.Slots.Length - 1)
            {
                lengths.Add(shape.Lengths[i]);
                continue;
            }

            var half = shape.Lengths[i] / 4 * 2;
            lengths.AddRange(half, shape.Lengths[i] - half);
            slots.Add(shape.Slots[i] + half);
            keys.Add(Toward(shape.Keys[i], shape.Keys[i + 1], wish));
        }

        var syllables = Enumerable.Range(0, slots.Count).ToImmutableArray();
        return new LineShape(slots.ToImmutable(), lengths.ToImmutable(), keys.ToImmutable(), syllables);
    }

    private int Toward(int from, int to, LineWish wish)
    {
        var way = to == from ? (from + 2 > wish.High ? -1 : 1) : Math.Sign(to - from);
        var key = from + way;
        while (!Scale.Has(direction.Key, 0, key))
        {
            key += way;
        }

        return key;
    }
}

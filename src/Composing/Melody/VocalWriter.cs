using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Writes the sung part: every line of every section, with the tunes of returning sections kept.</summary>
internal sealed class VocalWriter
{
    private readonly Direction _direction;
    private readonly LineComposer _lines;
    private readonly VocalRange _range;
    private readonly RandomStream _random;
    private readonly Dictionary<string, ImmutableArray<LineShape>> _shapes = new(StringComparer.Ordinal);
    private int _lift;

    public VocalWriter(Direction direction, LineComposer lines)
    {
        _direction = direction;
        _lines = lines;
        _range = VocalRange.Of(direction.Brief.Gender ?? Gender.Female);
        _random = new RandomStream(direction.Brief.Seed, "melody");
    }

    /// <summary>The tunes of sung sections by kind, for instruments that take them up.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<LineShape>> Shapes => _shapes;

    /// <summary>The lead voice's phrases over the whole form.</summary>
    public ImmutableArray<VocalPhrase> Write(FormPlan form)
    {
        var phrases = ImmutableArray.CreateBuilder<VocalPhrase>();
        var tick = 0;
        var lastEnd = -4 * _direction.Meter.TicksPerBar;
        _lift = form.Sections.Select(section => section.Transpose).DefaultIfEmpty().Max();
        for (var s = 0; s < form.Sections.Length; s++)
        {
            var section = form.Sections[s];
            var shapes = ImmutableArray.CreateBuilder<LineShape>();
            for (var i = 0; i < section.Lines.Length; i++)
            {
                var start = tick + section.Lines[i].StartBar * _direction.Meter.TicksPerBar;
                var shape = Line(section, i, start, lastEnd, shapes);
                shapes.Add(shape);
                var phrase = Phrase(section, section.Lines[i], shape, start, phrases.Count);
                phrases.Add(phrase);
                lastEnd = phrase.Notes[^1].Tick + phrase.Notes[^1].Length;
            }

            if (section.IsSung && !_shapes.ContainsKey(section.Kind))
            {
                _shapes[section.Kind] = shapes.ToImmutable();
            }

            tick += section.Bars * _direction.Meter.TicksPerBar;
        }

        return phrases.ToImmutable();
    }

    private LineShape Line(
        PlannedSection section,
        int index,
        int start,
        int lastEnd,
        ImmutableArray<LineShape>.Builder before
    )
    {
        var line = section.Lines[index];
        var free = (start - lastEnd) / Ticks.PerSixteenth - 2;
        var earlier = _shapes.TryGetValue(section.Kind, out var kept) && index < kept.Length ? kept[index] : null;
        var wish = Wish(section, index, start) with
        {
            Pickup = Math.Clamp(free, 0, Math.Min(4, start / Ticks.PerSixteenth)),
        };
        if (earlier is not null && Fits(earlier, line, wish))
        {
            return earlier;
        }

        var twin = index >= 2 ? before[index - 2] : null;
        if (twin is not null && index % 4 == 2 && Fits(twin, line, wish) && _lines.ChordShare(twin, wish) > 0.55)
        {
            return twin;
        }

        var random = _random.Child($"{section.Kind}/{index}/{(earlier is null ? 0 : line.Text.Length)}");
        var shape = _lines.Write(wish with { Motif = earlier ?? twin }, random);
        return wish.Rap ? shape : Melisma(shape, random);
    }

    private static bool Fits(LineShape shape, PlannedLine line, LineWish wish) =>
        shape.Syllables[^1] + 1 == line.Syllables
        && shape.Slots[0] >= -wish.Pickup
        && shape.Slots[^1] + shape.Lengths[^1] <= wish.Slots - 1;

    private LineWish Wish(PlannedSection section, int index, int start)
    {
        var line = section.Lines[index];
        var rap = _direction.Style.Vocal.Rap.Contains(section.Kind);
        var register = Math.Clamp(_direction.Effect.Register, -4, 4) * 0.5;
        var lift = section.Kind switch
        {
            "chorus" => 5.5,
            "pre-chorus" => 2,
            "bridge" => 2.5,
            _ => 0,
        };
        var top = section.Kind is "chorus" or "bridge" ? _range.High - _lift : _range.VerseTop;
        var last = index == section.Lines.Length - 1;
        return new LineWish
        {
            Stress = [.. line.Words.SelectMany(Stresses)],
            Tick = start,
            Slots = line.Bars * _direction.Steps,
            Transpose = section.Transpose,
            Low = _range.Low,
            High = top,
            Centre = Math.Clamp(_range.Centre + lift + register - (rap ? 3 : 0), _range.Low + 3, top - 3),
            Arc = section.Kind == "chorus" ? 7 : 6,
            Peak = (index % 4) switch
            {
                0 => 0.45,
                1 => 0.7,
                2 => 0.35,
                _ => 0.2,
            },
            Closed = last || index % 4 == 3,
            Rap = rap,
            NotesPerSecond = (rap ? 5.2 : 3.0) * _direction.Style.Melody.Density * (1 + _direction.Effect.Density),
        };
    }

    private static IEnumerable<double> Stresses(SungWord word) =>
        word.Syllables.Select(syllable =>
            syllable.Stress switch
            {
                1 when word.IsContent => word.Syllables.Length > 1 ? 1.0 : 0.7,
                2 when word.IsContent => 0.3,
                0 when word.Syllables.Length > 1 => -0.9,
                _ => -0.6,
            }
        );

    // The last long note of a line may turn into a short falling figure on the same syllable.
    private LineShape Melisma(LineShape shape, RandomStream random)
    {
        var last = shape.Slots.Length - 1;
        if (shape.Lengths[last] < 6 || !random.Chance(_direction.Style.Melody.Melisma))
        {
            return shape;
        }

        var key = shape.Keys[last];
        var scale = _direction.Key.MelodyDegrees.Select(degree => (degree + _direction.Key.Tonic) % 12).ToArray();
        var upper = key + 1;
        while (!scale.Contains(upper % 12))
        {
            upper++;
        }

        return new LineShape(
            [.. shape.Slots, shape.Slots[last] + 2, shape.Slots[last] + 3],
            [.. shape.Lengths[..last], 2, 1, shape.Lengths[last] - 3],
            [.. shape.Keys, Math.Min(upper, _range.High), key],
            [.. shape.Syllables, shape.Syllables[last], shape.Syllables[last]]
        );
    }

    private VocalPhrase Phrase(PlannedSection section, PlannedLine line, LineShape shape, int start, int number)
    {
        var notes = shape.Slots.Select(
            (slot, i) =>
                new VocalNote(
                    start + slot * Ticks.PerSixteenth,
                    shape.Lengths[i] * Ticks.PerSixteenth,
                    shape.Keys[i] + section.Transpose,
                    shape.Syllables[i]
                )
        );
        var style = _direction.Style.Vocal;
        return new VocalPhrase(
            number,
            line.Text,
            line.Words,
            [.. notes],
            VoiceLayer.Lead,
            Math.Clamp(0.2 + 0.65 * section.Energy + style.Effort, 0, 1),
            style.Vibrato,
            style.Rap.Contains(section.Kind)
        );
    }
}

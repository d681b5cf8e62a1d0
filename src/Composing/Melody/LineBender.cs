using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// Fits other words to a tune as singers do: a syllable too few is drawn over two notes, a syllable too many splits a long one. All ways
/// are tried, the one whose stress lies best is taken.
/// </summary>
internal sealed class LineBender(StressTable stress, int shortest)
{
    private const int MostChanged = 3;
    private const double Whole = 4;

    /// <summary>The tune with a note or more for each of the wish's syllables, and how well they lie; null where it cannot be.</summary>
    /// <param name="shape">The tune.</param>
    /// <param name="wish">The line.</param>
    public (LineShape Shape, double Fit)? Bend(LineShape shape, LineWish wish)
    {
        var syllables = wish.Stress.Length;
        var notes = shape.Slots.Length;
        if (Math.Abs(notes - syllables) > Math.Min(MostChanged, notes / 3))
        {
            return null;
        }

        (LineShape Shape, double Fit)? best = null;
        foreach (
            var candidate in notes >= syllables ? Drawn(shape, notes - syllables) : Split(shape, syllables - notes)
        )
        {
            var onsets = Enumerable.Range(0, syllables).Select(s => candidate.Slots[candidate.Syllables.IndexOf(s)]);
            var fit = LineJudge.Rhythm([.. onsets], wish, stress, Whole);
            if (best is null || fit > best.Value.Fit)
            {
                best = (candidate, fit);
            }
        }

        return best;
    }

    // Notes that go on with the syllable before them: close to it in time and pitch.
    private IEnumerable<LineShape> Drawn(LineShape shape, int count)
    {
        var notes = shape.Slots.Length;
        var able = Enumerable
            .Range(1, notes - 1)
            .Where(i => shape.Slots[i] - shape.Slots[i - 1] <= 4 && Math.Abs(shape.Keys[i] - shape.Keys[i - 1]) <= 5)
            .ToList();
        foreach (var chosen in Choose(able, count))
        {
            var syllable = -1;
            var syllables = Enumerable.Range(0, notes).Select(i => chosen.Contains(i) ? syllable : ++syllable);
            yield return WordsKnob.IsStrict(stress.Turn)
                ? Tied(shape, chosen)
                : shape with
                {
                    Syllables = [.. syllables],
                };
        }
    }

    // The chosen notes are not sung: those before them last as long.
    private static LineShape Tied(LineShape shape, int[] chosen)
    {
        var kept = Enumerable.Range(0, shape.Slots.Length).Where(i => !chosen.Contains(i)).ToList();
        var lengths = kept.Select(i =>
        {
            var last = i;
            while (chosen.Contains(last + 1))
            {
                last++;
            }

            return shape.Slots[last] + shape.Lengths[last] - shape.Slots[i];
        });
        return new LineShape(
            [.. kept.Select(i => shape.Slots[i])],
            [.. lengths],
            [.. kept.Select(i => shape.Keys[i])],
            [.. Enumerable.Range(0, kept.Count)]
        );
    }

    private IEnumerable<LineShape> Split(LineShape shape, int count)
    {
        var able = Enumerable.Range(0, shape.Slots.Length).Where(i => shape.Lengths[i] >= 2 * shortest).ToList();
        foreach (var chosen in Choose(able, count))
        {
            var slots = ImmutableArray.CreateBuilder<int>();
            var lengths = ImmutableArray.CreateBuilder<int>();
            var keys = ImmutableArray.CreateBuilder<int>();
            for (var i = 0; i < shape.Slots.Length; i++)
            {
                var half = chosen.Contains(i) ? Half(shape.Lengths[i]) : shape.Lengths[i];
                slots.Add(shape.Slots[i]);
                lengths.Add(half);
                keys.Add(shape.Keys[i]);
                if (half < shape.Lengths[i])
                {
                    slots.Add(shape.Slots[i] + half);
                    lengths.Add(shape.Lengths[i] - half);
                    keys.Add(shape.Keys[i]);
                }
            }

            yield return new LineShape(
                slots.ToImmutable(),
                lengths.ToImmutable(),
                keys.ToImmutable(),
                [.. Enumerable.Range(0, slots.Count)]
            );
        }
    }

    private int Half(int length) => Math.Max(shortest, length / 2 / 2 * 2);

    private static IEnumerable<int[]> Choose(List<int> from, int count)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = 0; i + count <= from.Count; i++)
        {
            foreach (var rest in Choose(from[(i + 1)..], count - 1))
            {
                yield return [from[i], .. rest];
            }
        }
    }
}

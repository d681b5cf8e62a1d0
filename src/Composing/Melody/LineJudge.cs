using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Ranks candidate lines by the rules of the craft; what sung music does on average is in the draws already.</summary>
internal static class LineJudge
{
    /// <summary>How well the words lie on a rhythm: stress on its places, no hurry at the end, a line that does not stand still.</summary>
    public static double Rhythm(ImmutableArray<int> slots, LineWish wish, StressTable stress) =>
        Rhythm(slots, wish, stress, stress.Weight);

    /// <summary>As the other, of about so much.</summary>
    public static double Rhythm(ImmutableArray<int> slots, LineWish wish, StressTable stress, double weight)
    {
        var (fit, best) = (0.0, 0.1);
        for (var i = 0; i < slots.Length; i++)
        {
            fit += stress.Worth(wish.Stress[i], slots[i]);
            best += StressTable.Best(wish.Stress[i]);
        }

        var longest = slots.Zip(slots.Skip(1), (a, b) => b - a).DefaultIfEmpty().Max();
        var alike = wish.Unlike.Select(other => Shared(slots, other.Slots)).DefaultIfEmpty().Max();
        return (weight * fit / best) - (longest > 10 ? 0.25 * (longest - 10) : 0) - (1.2 * Math.Max(0, alike - 0.4));
    }

    // Onsets that two rhythms share, against all their onsets.
    private static double Shared(ImmutableArray<int> a, ImmutableArray<int> b)
    {
        var both = a.Count(slot => b.Contains(slot));
        return (double)both / (a.Length + b.Length - both);
    }

    /// <summary>How good the tune is: one summit, no wild leaps, words' stress in its contour, an own face.</summary>
    public static double Tune(LineShape shape, LineWish wish)
    {
        var keys = shape.Keys;
        var score = 0.0;
        for (var i = 1; i < keys.Length; i++)
        {
            var move = keys[i] - keys[i - 1];
            score -= i > 2 && move == 0 && keys[i - 2] == keys[i] && keys[i - 3] == keys[i] ? 0.5 : 0;
            score -= i > 1 && Wild(keys[i - 1] - keys[i - 2], move) ? 0.5 : 0;
            score += i < wish.Stress.Length ? Contour(wish.Stress[i - 1], wish.Stress[i], move) : 0;
        }

        var range = keys.Max() - keys.Min();
        score -=
            range < 4 ? 0.25 * (4 - range)
            : range > 12 ? 0.2 * (range - 12)
            : 0;
        var top = keys.Max();
        score -= keys.Count(key => key == top) > 1 + (keys.Length / 4) ? 0.3 : 0;
        return score
            - (2.5 * wish.Unlike.Select(other => Math.Max(0, Alike(shape, other) - 0.35)).DefaultIfEmpty().Max());
    }

    /// <summary>The share of sixteenths in which two lines sound the same key, 0 to 1.</summary>
    public static double Alike(LineShape a, LineShape b)
    {
        var (same, both) = (0, 0);
        var end = Math.Max(a.Slots[^1] + a.Lengths[^1], b.Slots[^1] + b.Lengths[^1]);
        for (var slot = Math.Min(a.Slots[0], b.Slots[0]); slot < end; slot++)
        {
            var (x, y) = (At(a, slot), At(b, slot));
            both += x > 0 || y > 0 ? 1 : 0;
            same += x > 0 && x == y ? 1 : 0;
        }

        return (double)same / Math.Max(1, both);
    }

    private static int At(LineShape shape, int slot)
    {
        for (var i = shape.Slots.Length - 1; i >= 0; i--)
        {
            if (shape.Slots[i] <= slot)
            {
                return slot < shape.Slots[i] + shape.Lengths[i] ? shape.Keys[i] : 0;
            }
        }

        return 0;
    }

    // A leap wants to be answered by a step back; two leaps one way are a horn call.
    private static bool Wild(int before, int move) =>
        (Math.Abs(before) > 4 && Math.Abs(move) > 4)
        || (Math.Abs(before) > 4 && Math.Sign(move) == Math.Sign(before) && Math.Abs(move) > 2);

    private static double Contour(double before, double now, int move) =>
        before > 0.9 && now < 0
            ? (
                move < 0 ? 0.12
                : move > 0 ? -0.12
                : 0
            )
        : before < 0 && now > 0.9
            ? (
                move > 0 ? 0.12
                : move < 0 ? -0.08
                : 0
            )
        : 0;
}

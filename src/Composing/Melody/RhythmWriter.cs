using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Places a line's syllables on sixteenths by dynamic programming: stressed syllables on strong beats (or just before them where the
/// style is syncopated), an even flow, the motif's own places, a rest at the end.
/// </summary>
internal sealed class RhythmWriter(MetricGrid grid, double syncopation, bool eighthsOnly)
{
    private const int LongestGap = 12;

    /// <summary>The onset of each note in sixteenths, rising.</summary>
    public ImmutableArray<int> Write(RhythmTask task, RandomStream random)
    {
        var count = task.Stress.Length;
        var width = task.Slots + task.Pickup;
        var cost = new double[count, width];
        var from = new int[count, width];
        var ideal = Ideal(task, count);
        for (var i = 0; i < count; i++)
        {
            for (var x = 0; x < width; x++)
            {
                var slot = x - task.Pickup;
                var own = Place(task, i, slot) + 0.42 * random.NextNormal();
                (cost[i, x], from[i, x]) =
                    i == 0 ? (own + Start(task, slot, random), -1) : Best(cost, i, x, task, ideal, own);
            }
        }

        return Trace(cost, from, task, count, width);
    }

    private static double Ideal(RhythmTask task, int count) =>
        count < 2 ? 4 : Math.Clamp(task.Slots * task.Fill / (count - 1), 1, 6);

    private double Place(RhythmTask task, int i, int slot)
    {
        var strength = grid.Strength(slot);
        var early = grid.Strength(slot + 2) * (0.25 + 0.35 * syncopation);
        var felt = task.Stress[i] > 0 ? Math.Max(strength, early) : strength;
        var cost = -1.5 * task.Stress[i] * felt;
        if (slot % 2 != 0)
        {
            cost += grid.Compound || eighthsOnly ? 6 : 0.9 * (1 - syncopation);
        }

        return task.Motif.Contains(slot) ? cost - 1.1 : cost;
    }

    private static double Start(RhythmTask task, int slot, RandomStream random)
    {
        if (!task.Motif.IsEmpty)
        {
            return 0.5 * Math.Abs(slot - task.Motif[0]);
        }

        var late = task.Stress[0] < 0 ? Math.Abs(slot + 1) * 0.3 : Math.Abs(slot) * 0.35;
        return late + 0.4 * random.NextUnit();
    }

    private static (double Cost, int From) Best(double[,] cost, int i, int x, RhythmTask task, double ideal, double own)
    {
        var best = double.MaxValue;
        var at = -1;
        for (var gap = 1; gap <= Math.Min(LongestGap, x); gap++)
        {
            var before = cost[i - 1, x - gap];
            if (before >= double.MaxValue / 4)
            {
                continue;
            }

            var ratio = gap / ideal;
            var flow = ratio > 1 ? ratio - 1 : 1 / ratio - 1;
            var seconds = gap * task.SlotSeconds;
            var rush = seconds < task.ShortestSeconds ? 5 * (task.ShortestSeconds / seconds - 1) + 1 : 0;
            var total = before + 0.65 * flow + rush;
            if (total < best)
            {
                (best, at) = (total, x - gap);
            }
        }

        return at < 0 ? (double.MaxValue / 2, -1) : (best + own, at);
    }

    private static ImmutableArray<int> Trace(double[,] cost, int[,] from, RhythmTask task, int count, int width)
    {
        var wish = task.Slots * task.Fill;
        var rest = Math.Max(1, Math.Min(4, task.Slots / 8));
        var best = double.MaxValue;
        var x = width - 1;
        for (var end = 0; end < width; end++)
        {
            var slot = end - task.Pickup;
            var late = slot > task.Slots - 1 - rest ? 3.0 * (slot - (task.Slots - 1 - rest)) : 0;
            var total = cost[count - 1, end] + Math.Abs(slot - wish) * 0.16 + late;
            if (total < best)
            {
                (best, x) = (total, end);
            }
        }

        var slots = new int[count];
        for (var i = count - 1; i >= 0; i--)
        {
            slots[i] = x - task.Pickup;
            x = from[i, x];
        }

        return [.. slots];
    }
}

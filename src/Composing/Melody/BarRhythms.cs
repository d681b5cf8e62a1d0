using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Rhythms of single bars as bit sets of their onsets: what a song has said before and may say again.</summary>
internal static class BarRhythms
{
    /// <summary>The rhythm of each bar of a line that has onsets; the pick-up counts as a bar of its own.</summary>
    public static IEnumerable<ulong> Of(ImmutableArray<int> slots, int steps) =>
        slots
            .GroupBy(slot => Math.DivRem(slot + steps, steps).Quotient)
            .Select(bar => bar.Aggregate(0UL, (bits, slot) => bits | (1UL << ((slot + steps) % steps))));

    /// <summary>The share of a line's bars whose rhythm is known, 0 to 1.</summary>
    public static double Share(ImmutableArray<int> slots, int steps, IReadOnlySet<ulong> known)
    {
        var (all, hits) = (0, 0);
        foreach (var bar in Of(slots, steps))
        {
            all++;
            hits += known.Contains(bar) ? 1 : 0;
        }

        return (double)hits / Math.Max(1, all);
    }
}

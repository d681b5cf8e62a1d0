using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>
/// The fewest constant tempos, taken greedily, that pass all anchors within a tolerance: each goes on as long as one slope meets all of them
/// (J. O'Rourke 1981, "An on-line algorithm for fitting straight lines between data ranges", with joined ends).
/// </summary>
internal static class TempoFit
{
    private const double Tolerance = 0.0009;

    /// <summary>The tempo changes; the last one goes on after the last anchor.</summary>
    /// <param name="anchors">At least two, rising in ticks and seconds, the first one at tick 0 and second 0.</param>
    public static ImmutableArray<TempoChange> Of(IReadOnlyList<Anchor> anchors)
    {
        var changes = ImmutableArray.CreateBuilder<TempoChange>();
        var (tick, second) = (0, 0.0);
        for (var from = 0; from < anchors.Count - 1; )
        {
            var (low, high) = (0.0, double.PositiveInfinity);
            var to = from;
            while (to + 1 < anchors.Count)
            {
                var ticks = (double)(anchors[to + 1].Tick - tick);
                var (least, most) = (
                    (anchors[to + 1].Second - Tolerance - second) / ticks,
                    (anchors[to + 1].Second + Tolerance - second) / ticks
                );
                if (Math.Max(low, least) > Math.Min(high, most))
                {
                    break;
                }

                (low, high, to) = (Math.Max(low, least), Math.Min(high, most), to + 1);
            }

            var slope = 0.5 * (low + high);
            changes.Add(new(tick, 60 / (slope * Ticks.PerQuarter)));
            second += slope * (anchors[to].Tick - tick);
            (tick, from) = (anchors[to].Tick, to);
        }

        return changes.ToImmutable();
    }
}

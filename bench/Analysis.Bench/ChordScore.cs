namespace Troubadour.Analysis.Bench;

/// <summary>Weighted chord symbol recall over major and minor: the share of the time of such chords that has the right one.</summary>
internal static class ChordScore
{
    /// <summary>Compares; null where the truth has no such chords.</summary>
    public static double? Of(IReadOnlyList<ChordEstimate> found, IReadOnlyList<TruthSpan> truth, bool rootOnly)
    {
        var (right, all) = (0.0, 0.0);
        foreach (var span in truth.Where(t => t.Value >= 0))
        {
            all += span.End - span.Start;
            foreach (var chord in found.Where(c => c.Root is not null))
            {
                var common = Math.Min(span.End, chord.End) - Math.Max(span.Start, chord.Start);
                var value = chord.Root!.Value + (chord.IsMinor ? 12 : 0);
                if (common > 0 && (rootOnly ? value % 12 == span.Value % 12 : value == span.Value))
                {
                    right += common;
                }
            }
        }

        return all == 0 ? null : right / all;
    }
}

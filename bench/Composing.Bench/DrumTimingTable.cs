using Troubadour.Composing.Measures;

namespace Troubadour.Composing.Bench;

/// <summary>How drummers scatter: human deviations mix triplets, fills and ten players, so these have fixed bands.</summary>
internal static class DrumTimingTable
{
    private static readonly (string Id, double Low, double High)[] Rows =
    [
        ("drums.residual", 4, 8),
        ("drums.autocorrelation", 0.3, 0.7),
    ];

    public static void Write(SortedDictionary<string, List<double>> values, Report report)
    {
        report.Line("## Drum timing, swing and each drum's push taken out");
        report.Line("");
        report.Head("metric", "band", "ours", "SD", "inside");
        foreach (var (id, low, high) in Rows)
        {
            if (values.TryGetValue(id, out var ours))
            {
                report.Row(
                    id,
                    $"{Figures.Text(low)}-{Figures.Text(high)}",
                    Figures.Text(ours.Average()),
                    Figures.Text(Stat.Deviation(ours)),
                    Figures.Text((double)ours.Count(value => value >= low && value <= high) / ours.Count)
                );
            }
        }

        report.Line("");
    }
}

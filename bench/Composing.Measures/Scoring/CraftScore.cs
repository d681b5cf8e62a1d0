namespace Troubadour.Composing.Measures;

/// <summary>How far a song meets the aims of the craft: every aim that fits counts from 0 (not at all) to 1 (met), fills, dynamics and
/// singing in the key twice.</summary>
public static class CraftScore
{
    /// <summary>0 to 100.</summary>
    public static double Of(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var marks = CraftMeasures
            .Of(grid.Song)
            .Where(finding => finding.Fits && double.IsFinite(finding.Value))
            .Select(Mark)
            .ToList();
        var fills = Fills.Share(grid);
        if (double.IsFinite(fills))
        {
            var mark = Math.Min(1, fills / Fills.Aim);
            marks.AddRange([mark, mark]);
        }

        var spread = Liveliness.Spread(grid.Song);
        if (double.IsFinite(spread))
        {
            var mark = Math.Min(1, spread / Liveliness.Aim);
            marks.AddRange([mark, mark]);
        }

        var tuned = InTune.Share(grid);
        if (double.IsFinite(tuned))
        {
            var mark = Math.Clamp(1 - 3 * (1 - tuned), 0, 1);
            marks.AddRange([mark, mark]);
        }

        return 100 * marks.Average();
    }

    private static double Mark(CraftFinding finding) => finding.Met ? 1 : Math.Clamp(Near(finding), 0, 1);

    // What is nearly met counts in part.
    private static double Near(CraftFinding finding)
    {
        var value = finding.Value;
        return finding switch
        {
            { Number: 1, Aim: "0" } => 1 + value / 4,
            { Number: 1, Aim: "at least 3" } => value / 3,
            { Number: 1 } => value / 2,
            { Number: 2, Aim: "at least 3" } => value / 3,
            { Number: 3 } => value / -6,
            { Number: 7 } => value / 0.7,
            { Number: 8 } => value / 1.5,
            { Number: 9 } => 1 - 5 * value,
            { Number: 10, Aim: "at most 8" } => 8 / value,
            { Number: 12, Aim: "at least .25" } => value / 0.25,
            { Number: 12, Aim: "at most 4" } => 4 / value,
            { Number: 12, Aim: "at least 2" } => value / 2,
            _ => 0,
        };
    }
}

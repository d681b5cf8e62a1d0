using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// 3: the band falls by 6 dB or more for one or two beats before a chorus. Loudness is judged by the velocities of what sounds: a
/// struck drum counts for a sixteenth, everything else as long as it is held.
/// </summary>
internal static class Drop
{
    private const double SilenceDb = -40;

    public static CraftFinding Of(SongGrid grid)
    {
        var power = Power(grid);
        var falls = grid
            .Song.Sections.Skip(1)
            .Where((section, i) => section.Kind == "chorus" && grid.Song.Sections[i].Kind != "chorus")
            .Select(section => Fall(grid, power, SongGrid.Start(section)))
            .Where(double.IsFinite)
            .ToList();
        var deepest = falls.Count == 0 ? double.NaN : falls.Min();
        var fits = falls.Count > 0 && StyleGroups.HasDrops(grid.Song.Style);
        return new CraftFinding(3, "deepest fall before a chorus, dB", "at most -6", fits, deepest, deepest <= -6);
    }

    // The last beat, or the last two, against the two bars before them.
    private static double Fall(SongGrid grid, double[] power, int chorus)
    {
        var from = chorus - 2 * grid.BarSlots - 2 * grid.PulseSlots;
        if (from < 0 || chorus > power.Length)
        {
            return double.NaN;
        }

        var before = power[from..(chorus - 2 * grid.PulseSlots)].Average();
        var one = power[(chorus - grid.PulseSlots)..chorus].Average();
        var two = power[(chorus - 2 * grid.PulseSlots)..chorus].Average();
        return before <= 0
            ? double.NaN
            : Math.Max(SilenceDb, 10 * Math.Log10(Math.Max(1e-9, Math.Min(one, two) / before)));
    }

    private static double[] Power(SongGrid grid)
    {
        var power = new double[grid.Slots + 1];
        foreach (var part in grid.Song.Parts.Where(part => part.Role != PartRole.Effects))
        {
            foreach (var note in part.Notes)
            {
                var from = Math.Max(0, grid.Slot(note.Tick));
                var to =
                    part.Role == PartRole.Drums ? from + 1 : Math.Max(from + 1, grid.Slot(note.Tick + note.Length));
                for (var slot = from; slot < Math.Min(to, power.Length); slot++)
                {
                    power[slot] += note.Velocity * note.Velocity;
                }
            }
        }

        return power;
    }
}

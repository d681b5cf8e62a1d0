using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Drum fills: at the end of a section the drums play more in the last half bar than they usually do there, or other drums of the
/// kit (toms, snare strokes off their places).
/// </summary>
public static class Fills
{
    /// <summary>Share of section ends that should have one.</summary>
    public const double Aim = 0.6;

    /// <summary>Share of sections of four bars or more with drums whose end has a fill; NaN without such sections.</summary>
    public static double Share(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var strokes = grid
            .Song.Parts.Where(part => part.Role == PartRole.Drums)
            .SelectMany(part => part.Notes)
            .Where(note => note.Key is >= 35 and <= 50 and not (42 or 44 or 46 or 49))
            .Select(note => (Slot: grid.Slot(note.Tick), note.Key))
            .Distinct()
            .ToList();
        var (ends, fills) = (0, 0);
        foreach (var section in grid.Song.Sections.Where(section => section.Bars >= 4))
        {
            var halves = Enumerable.Range(0, section.Bars).Select(bar => Half(grid, strokes, section, bar)).ToList();
            if (halves.Count(half => half > 0) < section.Bars / 2)
            {
                continue;
            }

            ends++;
            fills += halves[^1] > 1.2 * halves.SkipLast(1).Order().ElementAt((halves.Count - 1) / 2) ? 1 : 0;
        }

        return ends == 0 ? double.NaN : (double)fills / ends;
    }

    // Strokes in the bar's second half.
    private static int Half(SongGrid grid, List<(int Slot, int Key)> strokes, SongSection section, int bar)
    {
        var to = SongGrid.Start(section) + (bar + 1) * grid.BarSlots;
        return strokes.Count(stroke => stroke.Slot >= to - grid.BarSlots / 2 && stroke.Slot < to);
    }
}

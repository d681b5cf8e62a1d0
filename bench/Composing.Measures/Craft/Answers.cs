using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>8: leads and counter-lines are at least 1.5 times as dense in the rests of the voice as under it.</summary>
internal static class Answers
{
    private const int FewestNotes = 8;
    private const int ShortestRest = 2;

    public static CraftFinding Of(SongGrid grid)
    {
        var sung = grid.Song.Sections.Where(grid.IsSung).ToList();
        var voice = Voice(grid);
        var onsets = grid
            .Song.Parts.Where(part => part.Role is PartRole.Lead or PartRole.Counter)
            .SelectMany(part => part.Notes)
            .Where(note => sung.Exists(s => note.Tick >= s.Tick && note.Tick < s.Tick + s.Length))
            .Select(note => grid.Slot(note.Tick))
            .Where(slot => slot >= 0 && slot < voice.Length)
            .ToList();
        var slots = sung.SelectMany(section =>
                Enumerable.Range(SongGrid.Start(section), section.Length / Ticks.PerSixteenth)
            )
            .Where(slot => slot < voice.Length)
            .ToList();
        var (rests, under) = (slots.Count(slot => !voice[slot]), slots.Count(slot => voice[slot]));
        var inRests = onsets.Count(slot => !voice[slot]) / (double)Math.Max(1, rests);
        var below = onsets.Count(slot => voice[slot]) / (double)Math.Max(1, under);
        var fits = onsets.Count >= FewestNotes && rests > 0 && under > 0;
        var ratio = fits ? Math.Min(20, inRests / Math.Max(1e-9, below)) : double.NaN;
        return new CraftFinding(
            8,
            "answers: density in rests over under the voice",
            "at least 1.5",
            fits,
            ratio,
            ratio >= 1.5
        );
    }

    // Sixteenths in which the voice is busy: a rest shorter than an eighth is no rest.
    private static bool[] Voice(SongGrid grid)
    {
        var voice = new bool[grid.Slots];
        var last = -100;
        foreach (var note in grid.Leads.SelectMany(phrase => phrase.Notes).OrderBy(note => note.Tick))
        {
            var from = grid.Slot(note.Tick);
            var to = Math.Max(from + 1, grid.Slot(note.Tick + note.Length));
            for (var slot = from - last <= ShortestRest ? last : from; slot < to; slot++)
            {
                if (slot >= 0 && slot < voice.Length)
                {
                    voice[slot] = true;
                }
            }

            last = to;
        }

        return voice;
    }
}

using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>7: in groove styles at least 70 % of the bass's onsets fall on kicks, in bars that have a kick.</summary>
internal static class KickAndBass
{
    public static CraftFinding Of(SongGrid grid)
    {
        var kicks = Slots(grid, PartRole.Drums, note => note.Key is 35 or 36);
        var bars = kicks.Select(slot => slot / grid.BarSlots).ToHashSet();
        var bass = Slots(grid, PartRole.Bass, _ => true).Where(slot => bars.Contains(slot / grid.BarSlots)).ToList();
        var share = bass.Count == 0 ? double.NaN : (double)bass.Count(kicks.Contains) / bass.Count;
        var fits = bass.Count > 0 && StyleGroups.IsGroove(grid.Song.Style);
        return new CraftFinding(7, "bass onsets on kicks", "at least .7", fits, share, share >= 0.7);
    }

    private static HashSet<int> Slots(SongGrid grid, PartRole role, Func<Note, bool> kept) =>
        [
            .. grid
                .Song.Parts.Where(part => part.Role == role)
                .SelectMany(part => part.Notes)
                .Where(kept)
                .Select(note => grid.Slot(note.Tick)),
        ];
}

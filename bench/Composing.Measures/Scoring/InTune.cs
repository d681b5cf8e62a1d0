namespace Troubadour.Composing.Measures;

/// <summary>Whether the voice sings in the song's key.</summary>
public static class InTune
{
    /// <summary>Share of sung time (spoken lines left out) on notes of the key or of the chord under them; NaN without a voice.</summary>
    public static double Share(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var piece = SongMelody.Read(grid);
        var chords = piece.ChordBySlot();
        var key = grid.Song.Key;
        var scale = key.Degrees.Select(degree => (degree + key.Tonic) % 12).ToHashSet();
        var rapped = grid.Leads.Where(p => p.Rap).SelectMany(p => p.Notes).Select(n => grid.Slot(n.Tick)).ToHashSet();
        var (all, good) = (0, 0);
        foreach (var note in piece.Notes.Where(note => note.Slot >= 0 && !rapped.Contains(note.Slot)))
        {
            var lift = grid.Song.Sections.LastOrDefault(s => SongGrid.Start(s) <= note.Slot)?.Transpose ?? 0;
            var chord = chords[Math.Min(note.Slot, chords.Length - 1)];
            all += note.Length;
            good +=
                scale.Contains((note.Key - lift + 120) % 12) || chord?.PitchClasses.Contains(note.Key % 12) == true
                    ? note.Length
                    : 0;
        }

        return all == 0 ? double.NaN : (double)good / all;
    }
}

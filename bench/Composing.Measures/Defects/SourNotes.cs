namespace Troubadour.Composing.Measures;

/// <summary>Sung notes of a quarter or more that start on a beat a semitone above or below a chord note, foreign to chord and scale.</summary>
internal static class SourNotes
{
    public static IEnumerable<string> Of(SongGrid grid)
    {
        var piece = SongMelody.Read(grid);
        var chords = piece.ChordBySlot();
        var scale = grid.Song.Key.Degrees.Select(degree => (degree + grid.Song.Key.Tonic) % 12).ToHashSet();
        var rapped = grid.Leads.Where(p => p.Rap).SelectMany(p => p.Notes).Select(n => grid.Slot(n.Tick)).ToHashSet();
        foreach (var note in piece.Notes.Where(note => note.Length >= 4 && !rapped.Contains(note.Slot)))
        {
            var chord = chords[Math.Min(note.Slot, chords.Length - 1)];
            if (chord is null || chord.PitchClasses.IsEmpty || chord.PitchClasses.Contains(note.Key % 12))
            {
                continue;
            }

            var section = grid.Song.Sections.LastOrDefault(s => SongGrid.Start(s) <= note.Slot);
            var home = (note.Key - (section?.Transpose ?? 0) + 120) % 12;
            if (!scale.Contains(home) && Rubs(chord, note.Key))
            {
                yield return $"key {note.Key} over {chord.Symbol} in bar {note.Slot / grid.BarSlots + 1}";
            }
        }
    }

    private static bool Rubs(GridChord chord, int key) =>
        chord.PitchClasses.Any(tone => (key - tone + 120) % 12 is 1 or 11);
}

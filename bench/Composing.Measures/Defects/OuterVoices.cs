using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Parallel fifths and octaves between the sung melody and the bass where chords change.</summary>
internal static class OuterVoices
{
    // As many happen by chance in songs whose melody knows nothing of the bass line's rules.
    private const double Allowed = 0.1;

    public static Defect Parallels(SongGrid grid)
    {
        // Spoken lines have no voice leading.
        var pairs = grid.RapShare > SongMeasures.MostRap ? [] : Changes(grid).ToList();
        var places = new List<int>();
        var moves = 0;
        for (var i = 1; i < pairs.Count; i++)
        {
            var (before, now) = (pairs[i - 1], pairs[i]);
            if (now.Slot - before.Slot > 2 * grid.BarSlots)
            {
                continue;
            }

            moves++;
            var (up, low) = (now.Melody - before.Melody, now.Bass - before.Bass);
            var interval = (now.Melody - now.Bass) % 12;
            if (up * low > 0 && interval is 0 or 7 && interval == (before.Melody - before.Bass) % 12)
            {
                places.Add(now.Slot);
            }
        }

        var many = moves > 0 && (double)places.Count / moves > Allowed;
        return new Defect(
            "parallel fifths or octaves of voice and bass, more than a tenth of the chord changes",
            many ? places.Count : 0,
            many ? $"{places.Count} of {moves}, first in bar {places[0] / grid.BarSlots + 1}" : ""
        );
    }

    private static IEnumerable<(int Slot, int Melody, int Bass)> Changes(SongGrid grid)
    {
        var melody = SongMelody.Read(grid).Notes;
        var bass = grid
            .Song.Parts.Where(part => part.Role == PartRole.Bass)
            .SelectMany(part => part.Notes)
            .Select(note => new GridNote(
                grid.Slot(note.Tick),
                Math.Max(1, grid.Slot(note.Tick + note.Length) - grid.Slot(note.Tick)),
                note.Key
            ))
            .OrderBy(note => note.Slot)
            .ToList();
        foreach (var chord in SongMelody.Chords(grid.Song, grid.Slots))
        {
            var upper = melody.FirstOrDefault(note => Sounds(note, chord.Slot));
            var lower = bass.Find(note => Sounds(note, chord.Slot));
            if (upper.Key > 0 && lower.Key > 0)
            {
                yield return (chord.Slot, upper.Key, lower.Key);
            }
        }
    }

    // At the change, or up to an eighth after it.
    private static bool Sounds(GridNote note, int slot) => note.Slot <= slot + 2 && note.Slot + note.Length > slot;
}

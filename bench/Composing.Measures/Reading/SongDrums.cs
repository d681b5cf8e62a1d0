using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>The drums of a composed song.</summary>
public static class SongDrums
{
    /// <summary>Reads the song; null when it has no drums.</summary>
    public static DrumPiece? Read(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var notes = grid.Song.Parts.Where(part => part.Role == PartRole.Drums).SelectMany(part => part.Notes).ToList();
        if (notes.Count == 0)
        {
            return null;
        }

        var map = new TimeMap(grid.Song.Tempos);
        var strokes = ImmutableArray.CreateBuilder<DrumStroke>();
        foreach (var note in notes.OrderBy(note => note.Tick).ThenBy(note => note.Key))
        {
            if (DrumStroke.VoiceOf(note.Key) is { } voice)
            {
                var slot = grid.Slot(note.Tick);
                var late = (map.SecondsAt(note.Tick) - map.SecondsAt(grid.Swing.Tick(slot))) * 1000;
                strokes.Add(new DrumStroke(slot, late, voice, note.Velocity));
            }
        }

        return new DrumPiece($"{grid.Song.Style}/{grid.Song.Brief.Seed}", strokes.ToImmutable(), grid.BarSlots);
    }
}

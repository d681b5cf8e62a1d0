using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Everything pitched in a composed song as a texture piece.</summary>
public static class SongTexture
{
    /// <summary>Every pitched part, and the lead voice unless it is left out.</summary>
    public static TexturePiece Full(SongGrid grid, bool withVoice = true)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Read(
            grid,
            withVoice,
            grid.Song.Parts.Where(part => part.Role is not (PartRole.Drums or PartRole.Effects))
        );
    }

    /// <summary>
    /// What an arrangement for voice, a melody instrument and a piano keeps of the song: the lead voice, the leads, the bass and, in
    /// each section, the one harmony part that plays the most notes.
    /// </summary>
    public static TexturePiece Reduced(SongGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var kept = grid
            .Song.Parts.Where(part => part.Role is PartRole.Bass or PartRole.Lead or PartRole.Counter)
            .ToList();
        var harmony = grid
            .Song.Parts.Where(part => part.Role is PartRole.Chords or PartRole.Pad or PartRole.Arpeggio)
            .ToList();
        foreach (var section in grid.Song.Sections)
        {
            var busiest = harmony
                .Select(part => part with { Notes = [.. part.Notes.Where(n => Inside(section, n))] })
                .Where(part => !part.Notes.IsEmpty)
                .MaxBy(part => part.Notes.Length);
            if (busiest is not null)
            {
                kept.Add(busiest);
            }
        }

        return Read(grid, true, kept);
    }

    private static bool Inside(SongSection section, Note note) =>
        note.Tick >= section.Tick - Ticks.PerSixteenth / 2
        && note.Tick < section.Tick + section.Length - Ticks.PerSixteenth / 2;

    private static TexturePiece Read(SongGrid grid, bool withVoice, IEnumerable<Part> parts)
    {
        var notes = ImmutableArray.CreateBuilder<TextureNote>();
        foreach (var note in parts.SelectMany(part => part.Notes))
        {
            notes.Add(Place(grid, note.Tick, note.Length, note.Key, note.Velocity));
        }

        // The voice has no velocity: its effort says how loud it is.
        foreach (var phrase in grid.Leads.Where(_ => withVoice))
        {
            var velocity = (int)(60 + 50 * phrase.Effort);
            notes.AddRange(phrase.Notes.Select(note => Place(grid, note.Tick, note.Length, note.Key, velocity)));
        }

        return new TexturePiece($"{grid.Song.Style}/{grid.Song.Brief.Seed}", notes.ToImmutable(), grid.BarSlots);
    }

    private static TextureNote Place(SongGrid grid, int tick, int length, int key, int velocity)
    {
        var start = grid.Swing.Written(tick) / Ticks.PerSixteenth;
        return new TextureNote(start, grid.Swing.Written(tick + length) / Ticks.PerSixteenth - start, key, velocity);
    }
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The melody of an instrumental: what its busiest melody instrument plays, for an instrument of another style.</summary>
/// <param name="Played">The notes as they are played in the new style.</param>
/// <param name="Straight">The same on the written grid.</param>
/// <param name="Id">The part that plays them.</param>
internal sealed record MelodyLine(ImmutableArray<Note> Played, ImmutableArray<Note> Straight, string Id)
{
    /// <summary>The melody as notes over chords.</summary>
    public ImmutableArray<VocalNote> Heard =>
        [.. Straight.Select(note => new VocalNote(note.Tick, note.Length, note.Key, 0))];

    /// <summary>The line in the register of the style's own melody instrument, whole octaves away; null where there is none.</summary>
    public static MelodyLine? Of(SourceSong source, StyleSheet style)
    {
        var part = source.Song.Parts.Where(p => p.Role == PartRole.Lead).MaxBy(p => p.Notes.Length);
        var sheet = style.Parts.FirstOrDefault(p => p.Role == PartRole.Lead);
        if (part is null || part.Notes.IsEmpty || sheet is null)
        {
            return null;
        }

        var middle = (sheet.Register[0] + sheet.Register[1]) / 2.0;
        var octaves = 12 * (int)Math.Round((middle - part.Notes.Average(note => note.Key)) / 12);
        while (part.Notes.Max(note => note.Key) + octaves > 120)
        {
            octaves -= 12;
        }

        while (part.Notes.Min(note => note.Key) + octaves < 12)
        {
            octaves += 12;
        }

        var swing = Swing.Of(style);
        ImmutableArray<Note> straight =
        [
            .. part.Notes.Select(note =>
            {
                var start = source.Straight(note.Tick);
                var length = Math.Max(1, source.Straight(note.Tick + note.Length) - start);
                return new Note(start, length, note.Key + octaves, note.Velocity);
            }),
        ];
        ImmutableArray<Note> played =
        [
            .. straight.Select(note =>
            {
                var start = swing.Play(note.Tick);
                return note with { Tick = start, Length = Math.Max(1, swing.Play(note.Tick + note.Length) - start) };
            }),
        ];
        return new MelodyLine(played, straight, sheet.Id);
    }

    /// <summary>The parts with the line in its own, exactly as it is but for what would sound after a tick.</summary>
    public ImmutableArray<Part> In(ImmutableArray<Part> parts, int until)
    {
        ImmutableArray<Note> notes =
        [
            .. Played.Select(note => note with { Length = Math.Max(1, Math.Min(note.Length, until - note.Tick)) }),
        ];
        return
        [
            .. parts.Select(part => part.Role == PartRole.Lead && part.Id == Id ? part with { Notes = notes } : part),
        ];
    }
}

using Troubadour.Analysis;

namespace Troubadour.Transcription;

/// <summary>Notes of a document that lie in its sound and on the keyboard, in rising time.</summary>
internal static class HeardNotes
{
    /// <summary>All that can be played.</summary>
    public static List<NoteEstimate> Of(IEnumerable<NoteEstimate> notes, double seconds) =>
        [
            .. notes
                .Where(note => note.Start >= 0 && note.Start < seconds && note.End > note.Start)
                .Where(note => note.Key is >= 0 and <= 127)
                .Select(note => note with { End = Math.Min(note.End, seconds) })
                .OrderBy(note => note.Start)
                .ThenBy(note => note.Key),
        ];

    /// <summary>One voice: each note ends where the next one starts, of notes that start together the longest stands.</summary>
    public static List<NoteEstimate> Line(IEnumerable<NoteEstimate> notes, double seconds)
    {
        var line = new List<NoteEstimate>();
        foreach (var note in Of(notes, seconds))
        {
            if (line.Count > 0 && note.Start - line[^1].Start < 0.01)
            {
                line[^1] = note.End > line[^1].End ? note with { Start = line[^1].Start } : line[^1];
                continue;
            }

            if (line.Count > 0 && line[^1].End > note.Start)
            {
                line[^1] = line[^1] with { End = note.Start };
            }

            line.Add(note);
        }

        return line;
    }
}

using Troubadour.Music;

namespace Troubadour.Composing.Tests.Arranging;

/// <summary>Reads songs on the grid of sixteenths.</summary>
internal static class Bars
{
    /// <summary>The sixteenth that a played tick belongs to, swing undone as far as a third of a sixteenth.</summary>
    public static int Slot(int tick) => (int)Math.Round((double)tick / Ticks.PerSixteenth);

    public static int End(this SongSection section) => section.Tick + section.Length;

    public static Part? Drums(this Song song) => song.Parts.FirstOrDefault(part => part.Role == PartRole.Drums);

    /// <summary>Notes of a part that start in [from, to), an early one counted where it belongs.</summary>
    public static IEnumerable<Note> In(this Part part, int from, int to) =>
        part.Notes.Where(note => note.Tick >= from - 60 && note.Tick < to - 60);

    /// <summary>Whether a note of the part sounds within (from, to).</summary>
    public static bool Sounds(this Part part, int from, int to) =>
        part.Notes.Any(note => note.Tick < to && note.Tick + note.Length > from);

    /// <summary>Ids of the parts that start a note in [from, to).</summary>
    public static string Playing(this Song song, int from, int to) =>
        string.Join(' ', song.Parts.Where(part => part.In(from, to).Any()).Select(part => part.Id));

    /// <summary>The strokes of a bar as a set of places and keys.</summary>
    public static HashSet<(int Step, int Key)> Strokes(this Part drums, int from, int bar) =>
        [.. drums.In(from, from + bar).Select(note => (Math.Max(0, Slot(note.Tick - from)), note.Key))];

    /// <summary>The lead voice's notes in order.</summary>
    public static List<VocalNote> Sung(this Song song) =>
        [.. song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).SelectMany(phrase => phrase.Notes)];
}

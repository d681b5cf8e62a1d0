using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>How many layers sound at once.</summary>
internal static class Richness
{
    /// <summary>Mean number of parts and voices heard in a bar of a chorus; of any section where there is no chorus.</summary>
    public static double Layers(Song song)
    {
        var chorus = song.Sections.Where(section => section.Kind == "chorus").ToList();
        var sections = chorus.Count > 0 ? chorus : [.. song.Sections];
        var bar = song.Meter.TicksPerBar;
        return sections
            .SelectMany(section => Enumerable.Range(0, section.Bars).Select(i => section.Tick + i * bar))
            .Average(tick => Parts(song, tick, tick + bar) + Voices(song, tick, tick + bar));
    }

    private static double Parts(Song song, int from, int to) =>
        song.Parts.Count(part => part.Notes.Any(note => note.Tick < to && note.Tick + note.Length > from));

    private static double Voices(Song song, int from, int to) =>
        song
            .Vocals.Where(phrase => phrase.Notes.Any(note => note.Tick < to && note.Tick + note.Length > from))
            .Select(phrase => phrase.Layer)
            .Distinct()
            .Count();
}

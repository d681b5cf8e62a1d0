using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>1: the chorus lies higher than the verse, has the song's highest note, and more layers play in it.</summary>
internal static class ChorusLift
{
    public static IEnumerable<CraftFinding> Of(SongGrid grid)
    {
        var verse = Keys(grid, "verse");
        var chorus = Keys(grid, "chorus");
        var fits = verse.Count > 0 && chorus.Count > 0;
        var lift = fits ? chorus[chorus.Count / 2] - verse[verse.Count / 2] : double.NaN;
        yield return new CraftFinding(1, "chorus over verse, semitones", "at least 3", fits, lift, lift >= 3);
        var peak = fits ? chorus[^1] - Highest(grid) : double.NaN;
        yield return new CraftFinding(1, "chorus peak under the song's, semitones", "0", fits, peak, peak >= 0);
        var layers = Layers(grid, "chorus") - Layers(grid, "verse");
        var both = double.IsFinite(layers);
        yield return new CraftFinding(1, "layers more than in the verse", "at least 2", both, layers, layers >= 2);
    }

    // Sorted keys of the lead voice, the last chorus's key lift taken out.
    private static List<int> Keys(SongGrid grid, string kind) =>
        [
            .. grid
                .Song.Sections.Where(section => section.Kind == kind)
                .SelectMany(section =>
                    grid.Leads.Where(phrase => !phrase.Rap && SongGrid.Holds(section, phrase))
                        .SelectMany(phrase => phrase.Notes)
                        .Select(note => note.Key - section.Transpose)
                )
                .Order(),
        ];

    private static int Highest(SongGrid grid) =>
        grid.Song.Sections.SelectMany(section => Keys(grid, section.Kind)).DefaultIfEmpty().Max();

    private static double Layers(SongGrid grid, string kind)
    {
        var counts = grid
            .Song.Sections.Where(section => section.Kind == kind)
            .Select(section => (double)Layers(grid.Song, section))
            .ToList();
        return counts.Count == 0 ? double.NaN : counts.Average();
    }

    private static int Layers(Song song, SongSection section) =>
        song.Parts.Count(part => part.Role != PartRole.Effects && part.Notes.Any(note => Inside(section, note.Tick)))
        + song.Vocals.Where(phrase => !phrase.Notes.IsEmpty && SongGrid.Holds(section, phrase))
            .Select(phrase => phrase.Layer)
            .Distinct()
            .Count();

    private static bool Inside(SongSection section, int tick) =>
        tick >= section.Tick && tick < section.Tick + section.Length;
}

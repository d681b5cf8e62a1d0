using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Every measure of a composed song that has human figures.</summary>
public static class SongMeasures
{
    /// <summary>A song that raps more than this share of its notes has no sung melody to compare.</summary>
    public const double MostRap = 0.25;

    /// <summary>Measures the song: melody (unless it is rapped), reduced texture, sung words, drums in 4/4.</summary>
    public static ImmutableSortedDictionary<string, double> Of(Song song)
    {
        var grid = new SongGrid(song);
        var found = new Findings();
        if (!grid.Leads.IsEmpty && grid.RapShare <= MostRap)
        {
            Take(MelodyMeasures.Of(SongMelody.Read(grid)), found);
        }

        Take(TextureMeasures.Of(SongTexture.Reduced(grid)), found);
        Take(LyricMeasures.Of(SongWords.Read(grid, withRap: false)), found);
        if (song.Meter == Meter.Common && SongDrums.Read(grid) is { } drums)
        {
            Take(DrumMeasures.Of(drums), found);
        }

        return found.ToDictionary();
    }

    private static void Take(ImmutableSortedDictionary<string, double> from, Findings found)
    {
        foreach (var (name, value) in from)
        {
            found.Add(name, value);
        }
    }
}

using Troubadour.Music;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Swing is found from onsets alone.</summary>
public class SwingFitTests
{
    [Theory]
    [InlineData(0.5, 960)]
    [InlineData(0.54, 480)]
    [InlineData(0.6, 480)]
    [InlineData(0.58, 960)]
    [InlineData(0.66, 960)]
    public void The_swing_that_was_played_is_found_and_taken_out(double share, int pair)
    {
        var played = new SwingFit(share, pair);
        int[] slots = [0, 1, 2, 3, 4, 6, 7, 9, 10, 11, 13, 14, 15, 16, 18, 22, 23, 26, 29, 31];
        var fit = SwingFit.Of([.. slots.Select(slot => (int)Math.Round(played.Tick(slot)))]);
        Assert.Equal(share, fit.Share, 0.011);
        Assert.Equal(slots, slots.Select(slot => fit.Slot(played.Tick(slot))));
    }

    [Fact]
    public void Every_note_of_every_song_lies_on_the_grid_that_was_found()
    {
        foreach (var song in Songs.All)
        {
            var grid = new SongGrid(song);
            var late = grid
                .Leads.SelectMany(phrase => phrase.Notes)
                .Average(note => Math.Abs(note.Tick - grid.Swing.Tick(grid.Slot(note.Tick))));
            Assert.True(late < Ticks.PerSixteenth / 8.0, $"{Songs.Name(song)}: {late:F0} ticks");
        }
    }
}

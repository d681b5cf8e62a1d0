namespace Troubadour.Analysis.Tests;

/// <summary>Sections of music that is made of two stretches of eight bars.</summary>
public class FormTests
{
    [Fact]
    public void Stretches_that_return_share_a_letter_and_start_where_they_start()
    {
        (int, int)[] verse = [(0, 4), (9, 3), (0, 4), (9, 3), (5, 4), (5, 4), (0, 4), (0, 4)];
        (int, int)[] chorus = [(5, 4), (7, 4), (4, 3), (9, 3), (5, 4), (7, 4), (2, 3), (7, 4)];
        (int, int)[] song = [.. verse, .. chorus, .. verse, .. chorus];
        var audio = Synthetic.Chords(song);
        foreach (var start in new[] { 16, 48 })
        {
            // A chorus is fuller: another voice two octaves up.
            for (var k = 0; k < 32; k++)
            {
                Synthetic.Tone(audio, start + 0.5 * k, 0.4, 84 + song[start / 2 + k / 4].Item1 % 5, 0.15);
            }
        }

        var found = SongAnalyser.Analyse(audio, new() { Bpm = 120, Threads = 1 }).Sections;
        foreach (var boundary in new[] { 16.0, 32, 48 })
        {
            Assert.Contains(found, s => Math.Abs(s.Start - boundary) < 0.3);
        }

        string At(double second) => found.Single(s => s.Start <= second && second < s.End).Group;
        Assert.Equal(At(20), At(52));
        Assert.NotEqual(At(4), At(20));
        Assert.Equal("chorus", found.Single(s => s.Start <= 20 && 20 < s.End).Kind);
        Assert.Equal(0, found[0].Start);
        Assert.Equal(64, found[^1].End, 0.01);
    }
}

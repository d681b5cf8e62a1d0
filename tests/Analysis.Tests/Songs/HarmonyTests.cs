namespace Troubadour.Analysis.Tests;

/// <summary>Key and chords of triads that are known.</summary>
public class HarmonyTests
{
    private static readonly (int Root, int Third)[] s_major =
    [
        (0, 4),
        (9, 3),
        (5, 4),
        (7, 4),
        (0, 4),
        (5, 4),
        (7, 4),
        (0, 4),
    ];
    private static readonly (int Root, int Third)[] s_minor =
    [
        (2, 3),
        (7, 3),
        (10, 4),
        (9, 4),
        (2, 3),
        (10, 4),
        (9, 4),
        (2, 3),
    ];

    [Theory]
    [InlineData(440)]
    [InlineData(447.69)]
    [InlineData(432.44)]
    public void Triads_are_named_whatever_the_reference_pitch(double tuning)
    {
        foreach (var chords in new[] { s_major, s_minor })
        {
            var found = SongAnalyser.Analyse(Synthetic.Chords(chords, tuning), new() { Threads = 1 });
            for (var c = 0; c < chords.Length; c++)
            {
                var heard = found.Chords.Single(h => h.Start <= 2 * c + 1 && 2 * c + 1 < h.End);
                Assert.Equal((chords[c].Root, chords[c].Third == 3), (heard.Root, heard.IsMinor));
            }

            Assert.InRange(found.Key.TuningHz, tuning - 2, tuning + 2);
            Assert.Equal((chords[0].Root, chords[0].Third == 3 ? "minor" : "major"), (found.Key.Tonic, found.Key.Mode));
        }
    }

    [Fact]
    public void Chords_follow_each_other_without_gaps_from_start_to_end()
    {
        var found = SongAnalyser.Analyse(Synthetic.Chords(s_major), new() { Threads = 1 });
        Assert.Equal(0, found.Chords[0].Start);
        Assert.Equal(found.Seconds, found.Chords[^1].End);
        Assert.All(found.Chords.Zip(found.Chords.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(found.Chords, c => Assert.InRange(c.Confidence, 0, 1));
    }
}

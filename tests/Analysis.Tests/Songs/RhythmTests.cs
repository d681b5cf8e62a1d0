using Troubadour.Music;

namespace Troubadour.Analysis.Tests;

/// <summary>Beats, bars and tempo of clicks whose times are known.</summary>
public class RhythmTests
{
    [Theory]
    [InlineData(72, 4, 2, 4, 4)]
    [InlineData(96, 4, 2, 4, 4)]
    [InlineData(127.3, 4, 2, 4, 4)]
    [InlineData(150, 4, 2, 4, 4)]
    [InlineData(100, 3, 2, 3, 4)]
    [InlineData(138, 3, 2, 3, 4)]
    [InlineData(60, 2, 3, 6, 8)]
    public void Clicks_give_their_tempo_metre_beats_and_downbeats(
        double bpm,
        int pulses,
        int division,
        int beats,
        int unit
    )
    {
        var found = SongAnalyser.Analyse(Synthetic.Clicks(bpm, pulses, division, 20), new() { Threads = 1 });
        Assert.InRange(found.Tempo.Bpm, bpm * 0.98, bpm * 1.02);
        Assert.Equal((beats, unit), (found.Metre.Beats, found.Metre.Unit));
        AssertNear(found.Beats.Seconds, 60 / bpm, 20);
        AssertNear(found.Downbeats.Seconds, pulses * 60 / bpm, 20);
    }

    [Fact]
    public void A_tempo_and_metre_that_the_caller_gives_are_kept()
    {
        var audio = Synthetic.Clicks(140, 4, 2, 15);
        var found = SongAnalyser.Analyse(
            audio,
            new()
            {
                Bpm = 70,
                Metre = new Meter(3, 4),
                Threads = 1,
            }
        );
        Assert.InRange(found.Tempo.Bpm, 68, 72);
        Assert.Equal((3, 4), (found.Metre.Beats, found.Metre.Unit));
    }

    [Fact]
    public void The_other_octave_of_the_tempo_is_among_the_candidates()
    {
        var found = SongAnalyser.Analyse(Synthetic.Clicks(120, 4, 2, 15), new() { Threads = 1 });
        Assert.Equal(found.Tempo.Bpm, found.Tempo.Candidates[0].Bpm);
        Assert.Contains(found.Tempo.Candidates, c => Math.Abs(c.Bpm - 60) < 2 || Math.Abs(c.Bpm - 240) < 8);
    }

    // Every true moment but the first and last second's has one within 70 ms, and there are no others.
    private static void AssertNear(IReadOnlyList<double> found, double step, double seconds)
    {
        var inner = found.Where(s => s is > 1 && s < seconds - 1).ToList();
        Assert.All(inner, s => Assert.InRange(Math.Abs(s - step * Math.Round(s / step)), 0, 0.07));
        Assert.InRange(inner.Count, (seconds - 2) / step - 1, (seconds - 2) / step + 1);
    }
}

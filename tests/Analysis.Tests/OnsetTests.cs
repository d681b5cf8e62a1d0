namespace Troubadour.Analysis.Tests;

public class OnsetTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    [InlineData(0.15)]
    public void Every_hit_is_found_once_within_15_ms(double interval)
    {
        var onsets = Onsets.Of(Signals.Buffer(Signals.Hits(interval, 6))).Seconds;
        var expected = Enumerable.Range(0, (int)((5.9 - 0.05) / interval)).Select(k => 0.1 + k * interval).ToList();
        Assert.InRange(onsets.Count, expected.Count - 1, expected.Count + 1);
        Assert.All(expected, second => Assert.Contains(onsets, onset => Math.Abs(onset - second) < 0.015));
    }

    [Fact]
    public void A_steady_tone_has_no_onsets_after_its_first() =>
        Assert.DoesNotContain(
            Onsets.Of(Signals.Buffer(Signals.Sine(440, 0.5, 4))).Seconds,
            second => second is > 0.1 and < 3.9
        );

    [Theory]
    [InlineData(72)]
    [InlineData(96.5)]
    [InlineData(120)]
    [InlineData(133.3)]
    [InlineData(168)]
    public void Tempo_of_a_steady_beat_is_within_half_a_percent(double bpm)
    {
        var estimate = TempoEstimate.Of(Signals.Buffer(Signals.Hits(60 / bpm, 20, 0.2)));
        Assert.Equal(bpm, estimate.Bpm, bpm * 0.005);
        Assert.InRange(estimate.Confidence, 0.5, 1);
        Assert.Equal(0.2 % (60 / bpm), estimate.FirstBeatSecond, 0.02);
    }

    [Fact]
    public void Silence_has_no_tempo()
    {
        Assert.Equal(0, TempoEstimate.Of(Signals.Buffer(new float[400000])).Bpm);
        Assert.Equal(0, TempoEstimate.Of(Signals.Buffer([])).Bpm);
    }
}

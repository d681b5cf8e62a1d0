using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Analysis.Tests;

/// <summary>Signals whose features follow from arithmetic.</summary>
public class AudioFeaturesTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(1000)]
    [InlineData(8000)]
    public void A_tone_has_its_frequency_as_centroid_rolloff_and_crossings(double hertz)
    {
        var features = AudioFeatures.Of(Signals.Buffer(Signals.Sine(hertz, 0.5, 3)));
        Assert.Equal(hertz, features.CentroidHz, 25.0);
        Assert.Equal(hertz, features.RolloffHz, 45.0);
        Assert.Equal(2 * hertz, features.ZeroCrossingsPerSecond, 2.0);
        Assert.Equal(3.01, features.CrestFactorDb, 0.05);
        Assert.Equal(-9.03, features.RmsDb, 0.05);
        Assert.Equal(hertz < 120 ? 1 : 0, features.LowShare, 0.02);
        Assert.Equal(hertz is > 120 and < 4000 ? 1 : 0, features.MidShare, 0.02);
        Assert.Equal(hertz > 4000 ? 1 : 0, features.HighShare, 0.02);
        Assert.InRange(features.Flatness, 0, 0.02);
        Assert.Equal(1, features.CorrelationMean, 1e-6);
        Assert.Equal(3, features.Seconds, 1e-9);
    }

    [Fact]
    public void White_noise_is_flat_and_its_power_lies_evenly()
    {
        var features = AudioFeatures.Of(Signals.Buffer(Signals.Noise(1, 0.5, 5), Signals.Noise(2, 0.5, 5)));
        Assert.Equal(11025, features.CentroidHz, 300.0);
        Assert.Equal(0.85 * 22050, features.RolloffHz, 300.0);
        Assert.Equal(0, features.SlopeDbPerOctave, 0.3);
        Assert.Equal(4000.0 / 22050, features.LowShare + features.MidShare, 0.02);
        Assert.InRange(features.Flatness, 0.5, 0.65);
        Assert.Equal(0, features.CorrelationMean, 0.02);
    }

    /// <summary>Oracle: a first-order low-pass far below its band falls by 6.02 dB an octave.</summary>
    [Fact]
    public void Brown_noise_falls_by_6_dB_an_octave()
    {
        var noise = Signals.Noise(1, 1, 20);
        OnePole.LowPass(20, Signals.Rate).Process(noise);
        Assert.Equal(-6.02, AudioFeatures.Of(Signals.Buffer(noise)).SlopeDbPerOctave, 0.4);
    }

    [Fact]
    public void Correlation_finds_the_worst_second()
    {
        var left = Signals.Sine(440, 0.4, 4);
        var right = left.Select((s, i) => i / Signals.Rate == 2 ? -s : s).ToArray();
        var features = AudioFeatures.Of(Signals.Buffer(left, right));
        Assert.Equal(-1, features.CorrelationMin, 1e-6);
        Assert.Equal(0.5, features.CorrelationMean, 1e-6);
    }

    [Fact]
    public void Gaps_tails_and_full_scale_runs_are_found()
    {
        var samples = Signals.Sine(440, 0.5, 5);
        samples.AsSpan(Signals.Rate, (int)(1.25 * Signals.Rate)).Clear();
        samples.AsSpan((int)(4.2 * Signals.Rate)).Clear();
        samples[100] = samples[101] = samples[102] = 1;
        var features = AudioFeatures.Of(Signals.Buffer(samples));
        Assert.Equal(1.25, features.LongestGapSeconds, 0.01);
        Assert.Equal(0.8, features.TailSeconds, 0.01);
        Assert.Equal(4, features.FullScaleRuns);
    }

    [Fact]
    public void Silence_and_nothing_have_features_without_NaN()
    {
        foreach (var frames in (int[])[0, 1, 100000])
        {
            var list = AudioFeatures.Of(new AudioBuffer(frames)).List();
            Assert.Equal(21, list.Select(f => f.Name).Distinct().Count());
            Assert.All(list, feature => Assert.False(double.IsNaN(feature.Value), feature.Name));
        }
    }

    [Fact]
    public void Gain_moves_levels_and_nothing_else() =>
        Gen.Select(Gen.Double[0.05, 0.9], Gen.Int[1, 1000])
            .Sample(
                (gain, seed) =>
                {
                    var noise = Signals.Noise(seed, 0.9, 2);
                    OnePole.LowPass(3000, Signals.Rate).Process(noise);
                    var before = AudioFeatures.Of(Signals.Buffer(noise));
                    var after = AudioFeatures.Of(Signals.Buffer([.. noise.Select(s => (float)(s * gain))]));
                    Assert.Equal(before.CentroidHz, after.CentroidHz, 1.0);
                    Assert.Equal(before.SlopeDbPerOctave, after.SlopeDbPerOctave, 0.01);
                    Assert.Equal(before.CrestFactorDb, after.CrestFactorDb, 0.01);
                    Assert.Equal(before.RmsDb + 20 * Math.Log10(gain), after.RmsDb, 0.01);
                },
                iter: 8
            );
}

using CsCheck;

namespace Troubadour.Analysis.Tests;

/// <summary>Oracle: tones made at a known pitch.</summary>
public class PitchTrackerTests
{
    [Fact]
    public void A_voice_like_tone_is_tracked_within_2_cents() =>
        Gen.Double[70, 1000]
            .Sample(
                hertz =>
                {
                    var frames = new PitchTracker().Track(Signals.Voice(_ => hertz, 0.4));
                    foreach (var frame in frames.Where(f => f.Second is > 0.05 and < 0.35))
                    {
                        Assert.True(frame.IsVoiced, $"{hertz:F1} Hz: confidence {frame.Confidence:F2}");
                        Assert.InRange(1200 * Math.Log2(frame.Hz / hertz), -2, 2);
                    }
                },
                iter: 25
            );

    [Fact]
    public void A_pure_tone_is_tracked_within_2_cents() =>
        Gen.Double[70, 1100]
            .Sample(
                hertz =>
                {
                    var frames = new PitchTracker().Track(Signals.Sine(hertz, 0.3, 0.3));
                    Assert.All(
                        frames.Where(f => f.Second is > 0.05 and < 0.25),
                        f => Assert.InRange(1200 * Math.Log2(f.Hz / hertz), -2, 2)
                    );
                },
                iter: 25
            );

    [Fact]
    public void Vibrato_is_followed_within_15_cents()
    {
        double Pitch(double t) => 220 * Math.Pow(2, 0.5 / 12 * Math.Sin(2 * Math.PI * 5.5 * t));
        var frames = new PitchTracker().Track(Signals.Voice(Pitch, 1));
        Assert.All(
            frames.Where(f => f.Second is > 0.05 and < 0.95),
            f => Assert.InRange(1200 * Math.Log2(f.Hz / Pitch(f.Second)), -15, 15)
        );
    }

    [Fact]
    public void Noise_is_not_voiced_and_silence_has_no_pitch()
    {
        var noise = new PitchTracker().Track(Signals.Noise(1, 0.5, 1));
        Assert.True(noise.Count(f => f.IsVoiced) < 0.05 * noise.Count);
        Assert.All(new PitchTracker().Track(new float[10000]), f => Assert.Equal((0.0, 0.0), (f.Hz, f.Confidence)));
        Assert.Empty(new PitchTracker().Track([]));
    }

    [Fact]
    public void Frames_come_every_hop_and_know_their_key()
    {
        var frames = new PitchTracker(hopSeconds: 0.005).Track(Signals.Sine(440, 0.5, 0.5));
        Assert.Equal(101, frames.Count, 1.0);
        Assert.Equal(69, frames[50].Key, 0.02);
        Assert.Equal(0.25, frames[50].Second, 0.001);
    }
}

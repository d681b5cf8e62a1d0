using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Mixing.Tests.Mastering;

public class LimiterTests
{
    [Fact]
    public void The_plan_never_allows_more_than_a_peak_may_have() =>
        Gen.Select(Gen.Float[0, 3].Array[1, 200], Gen.Float[0.1f, 8])
            .Sample(
                (peaks, gain) =>
                {
                    var plan = Limiter.Plan(peaks, gain, 0.8f, 0.05, Signals.Rate);
                    Assert.Equal(peaks.Length + 1, plan.Length);
                    for (var b = 0; b < peaks.Length; b++)
                    {
                        // Lines between two points lie below the higher one.
                        Assert.InRange(plan[b] * gain * peaks[b], 0, 0.80001f);
                        Assert.InRange(plan[b + 1] * gain * peaks[b], 0, 0.80001f);
                    }
                },
                iter: 300
            );

    [Fact]
    public void Quiet_sound_is_left_alone() =>
        Assert.All(Limiter.Plan(new float[50], 4, 0.5f, 0.1, Signals.Rate), gain => Assert.Equal(1, gain));

    /// <summary>Judge: <see cref="TruePeakMeter"/>, on loud random sounds far over the ceiling.</summary>
    [Fact]
    public void A_master_never_passes_its_ceiling() =>
        Gen.Select(
                Gen.Int[1, 100000],
                Gen.Double[-6, -0.1],
                Gen.Double[-9, -5],
                Gen.Int[300, 20000],
                Gen.Double[500, 19000]
            )
            .Sample(
                (seed, ceiling, target, every, tone) =>
                {
                    var frames = 60000;
                    var left = Signals.Hits(seed, 1, every, frames);
                    var right = Signals.Sine(tone, 0.7, frames);
                    var settings = new MixSettings
                    {
                        CeilingDbtp = ceiling,
                        TargetLufs = target,
                        Bus = new() { Glue = null },
                    };
                    var result = new MixDown(settings).Run([new ArraySource("a", left, right)], frames);
                    var peak = TruePeakMeter.Of(result.Master).Decibels;
                    Assert.InRange(peak, ceiling - 12, ceiling + 1e-4);
                },
                iter: 25
            );

    [Fact]
    public void Limiting_turns_down_early_and_comes_back()
    {
        var peaks = new float[400];
        Array.Fill(peaks, 0.5f);
        peaks[200] = 2;
        var plan = Limiter.Plan(peaks, 1, 1, 0.09, Signals.Rate);
        Assert.Equal(1, plan[190]);
        Assert.Equal(0.5, plan[200], 1e-6);
        Assert.InRange(plan[198], 0.5, 0.8);
        Assert.InRange(plan[300], 0.7, 0.9);
        Assert.True(plan.Skip(210).Zip(plan.Skip(211)).All(p => p.Second >= p.First));
    }
}

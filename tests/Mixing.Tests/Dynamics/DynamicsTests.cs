using CsCheck;

namespace Troubadour.Mixing.Tests.Dynamics;

public class DynamicsTests
{
    /// <summary>Oracle: the static curve of Giannoulis, Massberg and Reiss on a steady tone.</summary>
    [Theory]
    [InlineData(-40, 0)]
    [InlineData(-20, 0.5625)]
    [InlineData(-10, 7.5)]
    [InlineData(-4, 12)]
    public void A_steady_tone_is_turned_down_by_the_curve(double level, double reduction)
    {
        var compressor = new Compressor(new(-20, 4, 0.005, 0.1));
        Assert.Equal(reduction, compressor.ReductionAt(level), 1e-9);
        var tone = Signals.Sine(2756.25, Math.Pow(10, level / 20), Signals.Rate);
        var (left, right) = (tone.ToArray(), tone.ToArray());
        compressor.Process(left, right);
        var change = Signals.Db(Signals.Rms(left.AsSpan(22050)) / Signals.Rms(tone.AsSpan(22050)));
        Assert.Equal(-reduction, change, 0.15);
        Assert.Equal(left, right);
    }

    [Fact]
    public void Attack_and_release_take_their_time()
    {
        var compressor = new Compressor(new(-20, 1000, 0.02, 0.2, KneeDb: 0));
        var samples = new float[3 * Signals.Rate];
        Array.Fill(samples, 0.01f);
        samples.AsSpan(Signals.Rate, Signals.Rate).Fill(1);
        var other = samples.ToArray();
        compressor.Process(samples, other);
        double Reduction(double second) =>
            -Signals.Db(other[(int)(second * Signals.Rate)] / (second is > 1 and < 2 ? 1 : 0.01));
        Assert.Equal(20 * (1 - Math.Exp(-1)), Reduction(1.02), 0.5);
        Assert.Equal(20, Reduction(1.9), 0.1);
        Assert.Equal(20 * Math.Exp(-1), Reduction(2.2), 0.3);
    }

    [Fact]
    public void Quiet_sound_passes_a_compressor_untouched()
    {
        var noise = Signals.Noise(1, 0.05, 5000);
        var (left, right) = (noise.ToArray(), noise.ToArray());
        new Compressor(new(-18, 3)).Process(left, right);
        Assert.Equal(noise, left);
    }

    [Fact]
    public void A_de_esser_turns_down_hiss_and_leaves_the_rest()
    {
        var vowel = Signals.Sine(300, 0.3, Signals.Rate);
        var hiss = Signals.Noise(5, 0.3, Signals.Rate);
        new Troubadour.Audio.Biquad(Troubadour.Audio.BiquadCoefficients.HighPass(7000, 0.7, Signals.Rate)).Process(
            hiss
        );
        var (left, right) = (vowel.ToArray(), vowel.ToArray());
        new DeEsser(new()).Process(left, right);
        Assert.Equal(vowel, left);
        left = [.. hiss];
        right = [.. hiss];
        new DeEsser(new()).Process(left, right);
        var change = Signals.Db(Signals.Rms(left.AsSpan(4410)) / Signals.Rms(hiss.AsSpan(4410)));
        Assert.InRange(change, -10, -6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    public void A_loud_s_ends_up_as_far_below_the_vowel_before_it_as_set(float gain)
    {
        var vowel = Signals.Sine(300, 0.3f * gain, Signals.Rate);
        var hiss = Signals.Noise(5, 0.5f * gain, Signals.Rate / 5);
        new Troubadour.Audio.Biquad(Troubadour.Audio.BiquadCoefficients.HighPass(7000, 0.7, Signals.Rate)).Process(
            hiss
        );
        float[] left = [.. vowel, .. hiss];
        float[] right = [.. left];
        new DeEsser(new(LimitDb: -12)).Process(left, right);
        var below = Signals.Db(Signals.Rms(left.AsSpan(vowel.Length + 1000)) / Signals.Rms(vowel));
        Assert.InRange(below, -14, -10);
    }
}

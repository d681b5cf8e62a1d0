using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Mixing.Tests.Dynamics;

public class SaturationTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(6)]
    [InlineData(20)]
    public void The_curve_keeps_minus_12_is_odd_and_bounded(double drive)
    {
        var saturation = new Saturation(drive);
        Assert.Equal(0.25f, saturation.At(0.25f), 1e-6f);
        Assert.Equal(-0.25f, saturation.At(-0.25f), 1e-6f);
        Assert.InRange(saturation.At(9), 0.25f, 1.1f);
        Gen.Float[-4, 4].Sample(x => Assert.Equal(-saturation.At(-x), saturation.At(x)), iter: 200);
    }

    /// <summary>Oracle: the curve itself, which a slow sound follows sample by sample.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void A_slow_sound_follows_the_curve_and_is_as_late_as_stated(double drive)
    {
        var slow = Signals.Sine(40, 0.8, Signals.Rate / 4);
        var driven = slow.ToArray();
        var saturation = new Saturation(drive);
        saturation.Process(driven);
        for (var i = 100; i < slow.Length; i++)
        {
            Assert.Equal(saturation.At(slow[i - Saturation.Delay]), driven[i], 2e-3f);
        }
    }

    [Fact]
    public void Block_size_does_not_change_a_bit() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[1, 1000])
            .Sample(
                (block, seed) =>
                {
                    var whole = Signals.Noise(seed, 1, 3000);
                    var parts = whole.ToArray();
                    new Saturation(9).Process(whole);
                    var saturation = new Saturation(9);
                    for (var i = 0; i < parts.Length; i += block)
                    {
                        saturation.Process(parts.AsSpan(i, Math.Min(block, parts.Length - i)));
                    }

                    Assert.Equal(whole, parts);
                },
                iter: 60
            );

    /// <summary>
    /// A tone that fits the transform's frame has all its harmonics in bins of their own: what is in any other bin has folded back. Oracle: the same
    /// measure on the curve without filters, which fails.
    /// </summary>
    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void What_folds_back_is_60_dB_under_the_tone(double level)
    {
        const int Size = 8192;
        const int Bin = 929; // 5001 Hz
        var tone = Signals.Sine((double)Bin * Signals.Rate / Size, level, 2 * Size);
        var plain = new Saturation(12);
        var folded = Worst(Array.ConvertAll(tone, plain.At), Bin, Size);
        new Saturation(12).Process(tone);
        var left = Worst(tone, Bin, Size);
        Assert.True(left < -60, $"{left:F1} dB");
        Assert.True(folded > -50, $"the curve alone: {folded:F1} dB");
    }

    [Fact]
    public void It_is_silent_after_a_reset()
    {
        var saturation = new Saturation(12);
        saturation.Process(Signals.Noise(1, 1, 1000));
        saturation.Reset();
        var silence = new float[100];
        saturation.Process(silence);
        Assert.All(silence, sample => Assert.Equal(0, sample));
    }

    private static double Worst(float[] sound, int bin, int size)
    {
        var (re, im) = (sound[size..], new float[size]);
        new Fft(size).Forward(re, im);
        double Power(int k) => (double)re[k] * re[k] + (double)im[k] * im[k];
        var others = Enumerable.Range(1, size / 2 - 1).Where(k => k % bin != 0).Max(Power);
        return 10 * Math.Log10(others / Power(bin));
    }
}

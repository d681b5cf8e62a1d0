using System.Runtime.Intrinsics;
using CsCheck;

namespace Troubadour.Rendering.Tests;

/// <summary>The interpolation kernel: exact sums, equal paths, and how clean it is.</summary>
public sealed class InterpolatorTests
{
    private const double Unit = 4294967296.0;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(1.3)]
    [InlineData(8.0)]
    public void Coefficients_sum_to_one_and_cannot_overflow(double step)
    {
        var kernel = InterpolationKernel.For(step);
        foreach (var row in kernel.Chunk(InterpolationKernel.Taps))
        {
            Assert.Equal(32768, row.Sum(c => c));
            Assert.True(row.Sum(c => Math.Abs((long)c)) * 32768 < int.MaxValue);
        }
    }

    [Fact]
    public void Wide_and_plain_paths_give_the_same_bits() =>
        Gen.Select(Gen.Double[0.01, 5], Gen.Double[0, 50], Gen.Int[1, 200], Gen.Short.Array[1300])
            .Sample(
                (step, start, count, data) =>
                {
                    var kernel = InterpolationKernel.For(step);
                    var wide = new float[208];
                    var plain = new float[208];
                    var by = Moving(step);
                    Interpolator.Read(data, kernel, (ulong)(start * Unit), by, wide, count);
                    Interpolator.ReadPlain(data, kernel, (ulong)(start * Unit), by, plain, count);
                    Assert.Equal(plain[..count], wide[..count]);
                },
                iter: 200
            );

    [Fact]
    public void Frames_added_as_they_are_read_are_the_plain_ones_times_their_gains() =>
        Gen.Select(Gen.Double[0.01, 5], Gen.Double[0, 50], Gen.Int[1, 200], Gen.Short.Array[1300])
            .Sample(
                (step, start, count, data) =>
                {
                    var kernel = InterpolationKernel.For(step);
                    var plain = new float[208];
                    var buses = new VoiceBuses();
                    var ramp = GainRamp.Between(
                        Vector128.Create(0.1f, 0.2f, 0.3f, 0),
                        Vector128.Create(0.9f, 0, 0.4f, 0.1f),
                        250
                    );
                    var (at, by) = ((ulong)(start * Unit), Moving(step));
                    Interpolator.ReadPlain(data, kernel, at, by, plain, count);
                    GainMixer.AddSample(data, kernel, at, by, count, buses, 3, ramp, 7);
                    for (var i = 0; i < count; i++)
                    {
                        Assert.Equal(Expected(ramp, 0, i + 7, plain[i]), buses.Left[i + 3]);
                        Assert.Equal(Expected(ramp, 1, i + 7, plain[i]), buses.Right[i + 3]);
                        Assert.Equal(Expected(ramp, 2, i + 7, plain[i]), buses.Reverb[i + 3]);
                        Assert.Equal(Expected(ramp, 3, i + 7, plain[i]), buses.Chorus[i + 3]);
                    }

                    Assert.All(buses.Left[(count + 3)..], x => Assert.Equal(0, x));
                },
                iter: 100
            );

    [Fact]
    public void Reading_past_the_data_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Interpolator.Read(
                new short[100],
                InterpolationKernel.For(1),
                0,
                new SampleStep(1UL << 32, 0),
                new float[200],
                100
            )
        );

    [Theory]
    [InlineData(1000, 0.9, -80)]
    [InlineData(5000, 0.9, -66)]
    [InlineData(10000, 0.9, -44)]
    [InlineData(1000, 0.37, -80)]
    [InlineData(5000, 1.7, -35)]
    public void A_tone_comes_out_clean(double hertz, double step, double noise)
    {
        var omega = 2 * Math.PI * hertz / 44100;
        var data = Enumerable.Range(0, 9000).Select(i => (short)Math.Round(20000 * Math.Sin(omega * i))).ToArray();
        var output = new float[4096];
        var fixedStep = new SampleStep((ulong)(step * Unit), 0);
        Interpolator.Read(data, InterpolationKernel.For(step), 0, fixedStep, output, 4096);
        Assert.InRange(Residual(output, omega * fixedStep.First / Unit), -200, noise);
    }

    [Fact]
    public void A_moving_step_goes_as_far_as_its_frames() =>
        Gen.Select(Gen.Double[0.01, 5], Gen.Int[1, 400])
            .Sample(
                (step, count) =>
                {
                    var by = Moving(step);
                    var (position, now) = (0UL, by.First);
                    for (var i = 0; i < count; i++)
                    {
                        position += now;
                        now += i % 8 == 7 ? by.Slope : 0;
                    }

                    Assert.Equal(position, by.Distance(count));
                    Assert.Equal(now, by.After(count).First);
                }
            );

    [Fact]
    public void A_step_between_two_arrives()
    {
        var step = SampleStep.Between(1UL << 32, 3UL << 31, 64);
        Assert.Equal(3UL << 31, step.After(64).First);
        Assert.Equal(1UL << 31, SampleStep.Between(3UL << 31, 1UL << 31, 16).After(16).First);
    }

    /// <summary>A step that falls by a thousandth each group.</summary>
    private static SampleStep Moving(double step) =>
        new((ulong)(step * Unit), unchecked((ulong)-(long)(step * Unit / 1000)));

    private static float Expected(GainRamp ramp, int bus, int frame, float plain) =>
        plain * MathF.FusedMultiplyAdd(ramp.Slope[bus], frame, ramp.From[bus]);

    /// <summary>What is left, in decibels under the tone, when the best-fitting tone of that frequency is taken away.</summary>
    private static double Residual(float[] x, double omega)
    {
        double ss = 0,
            sc = 0,
            cc = 0,
            xs = 0,
            xc = 0,
            total = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (s, c) = Math.SinCos(omega * i);
            (ss, sc, cc) = (ss + s * s, sc + s * c, cc + c * c);
            (xs, xc, total) = (xs + x[i] * s, xc + x[i] * c, total + (double)x[i] * x[i]);
        }

        var determinant = ss * cc - sc * sc;
        var a = (xs * cc - xc * sc) / determinant;
        var b = (xc * ss - xs * sc) / determinant;
        var fitted = a * xs + b * xc;
        return 10 * Math.Log10((total - fitted) / fitted);
    }
}

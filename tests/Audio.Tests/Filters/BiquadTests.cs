using CsCheck;

namespace Troubadour.Audio.Tests.Filters;

public class BiquadTests
{
    private const int Rate = 44100;

    private static readonly (string Name, Func<double, double, double, BiquadCoefficients> Make)[] s_kinds =
    [
        ("low-pass", (f, q, _) => BiquadCoefficients.LowPass(f, q, Rate)),
        ("high-pass", (f, q, _) => BiquadCoefficients.HighPass(f, q, Rate)),
        ("band-pass", (f, q, _) => BiquadCoefficients.BandPass(f, q, Rate)),
        ("peak", (f, q, g) => BiquadCoefficients.Peak(f, q, g, Rate)),
        ("low shelf", (f, q, g) => BiquadCoefficients.LowShelf(f, q, g, Rate)),
        ("high shelf", (f, q, g) => BiquadCoefficients.HighShelf(f, q, g, Rate)),
    ];

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, 6)];

    /// <summary>Oracle: the analogue prototypes of the cookbook under the bilinear transform.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Magnitude_is_the_analogue_prototypes(int kind) =>
        Gen.Select(Gen.Double[30, 15000], Gen.Double[0.3, 6], Gen.Double[-15, 15], Gen.Double[20, 20000])
            .Sample(
                (frequency, q, gain, at) =>
                {
                    var expected = Prototype(kind, frequency, q, gain, at);
                    var actual = s_kinds[kind].Make(frequency, q, gain).Magnitude(at, Rate);
                    return Math.Abs(actual - expected) <= 1e-6 * expected + 1e-9;
                },
                iter: 2000
            );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_tone_comes_out_with_the_analytic_gain(int kind)
    {
        foreach (var at in (double[])[100, 1000, 3000, 9000])
        {
            var filter = new Biquad(s_kinds[kind].Make(1200, 0.9, -7));
            var tone = TestSignals.Sine(at, 0.5, 22050);
            filter.Process(tone);
            var gain = TestSignals.Amplitude(tone.AsSpan(4410), at) / 0.5;
            Assert.Equal(filter.Coefficients.Magnitude(at, Rate), gain, 1e-4);
        }
    }

    [Fact]
    public void Block_size_does_not_change_the_samples() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 700])
            .Sample(
                (seed, block) =>
                {
                    var whole = TestSignals.Noise(seed, 1, 5000);
                    var parts = whole.ToArray();
                    new Biquad(BiquadCoefficients.Peak(800, 2, 9, Rate)).Process(whole);
                    var filter = new Biquad(BiquadCoefficients.Peak(800, 2, 9, Rate));
                    for (var i = 0; i < parts.Length; i += block)
                    {
                        filter.Process(parts.AsSpan(i, Math.Min(block, parts.Length - i)));
                    }

                    return whole.AsSpan().SequenceEqual(parts);
                },
                iter: 50
            );

    [Fact]
    public void Silence_follows_reset_and_a_long_rest()
    {
        var filter = new Biquad(BiquadCoefficients.LowPass(50, 5, Rate));
        filter.Process(TestSignals.Noise(1, 1, 1000));
        filter.Reset();
        var silence = new float[1000];
        filter.Process(silence);
        Assert.All(silence, sample => Assert.Equal(0, sample));
        filter.Process(TestSignals.Noise(1, 1, 1000));
        filter.Process(new float[Rate * 4]);
        filter.Process(silence);
        Assert.All(silence, sample => Assert.Equal(0, sample));
    }

    /// <summary>Oracle: single filters one after the other.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_stereo_chain_equals_single_filters(int count)
    {
        var filters = Enumerable
            .Range(0, count)
            .Select(i => BiquadCoefficients.Peak(200 * (i + 1), 1, i % 2 == 0 ? 4 : -4, Rate))
            .ToArray();
        var (left, right) = (TestSignals.Noise(1, 1, 6000), TestSignals.Noise(2, 1, 6000));
        var (expectedLeft, expectedRight) = (left.ToArray(), right.ToArray());
        foreach (var filter in filters)
        {
            new Biquad(filter).Process(expectedLeft);
            new Biquad(filter).Process(expectedRight);
        }

        var chain = new StereoBiquadChain(filters);
        for (var i = 0; i < left.Length; i += 77)
        {
            var n = Math.Min(77, left.Length - i);
            chain.Process(left.AsSpan(i, n), right.AsSpan(i, n));
        }

        for (var i = 0; i < left.Length; i++)
        {
            Assert.Equal(expectedLeft[i], left[i], 1e-5);
            Assert.Equal(expectedRight[i], right[i], 1e-5);
        }
    }

    [Fact]
    public void A_smoother_covers_63_percent_in_its_time_constant()
    {
        var smoother = OnePole.Smoother(0.01, Rate);
        var value = 0.0;
        for (var i = 0; i < 441; i++)
        {
            value = smoother.Next(1);
        }

        Assert.Equal(1 - Math.Exp(-1), value, 1e-9);
    }

    [Fact]
    public void A_one_pole_low_pass_is_3_dB_down_at_its_corner()
    {
        var tone = TestSignals.Sine(500, 0.5, 44100);
        OnePole.LowPass(500, Rate).Process(tone);
        Assert.Equal(-3.01, 20 * Math.Log10(TestSignals.Amplitude(tone.AsSpan(4410), 500) / 0.5), 0.15);
    }

    private static double Prototype(int kind, double frequency, double q, double gainDb, double at)
    {
        var w = Math.Tan(Math.PI * at / Rate) / Math.Tan(Math.PI * Math.Clamp(frequency / Rate, 1e-6, 0.49));
        var s = new System.Numerics.Complex(0, w);
        var a = Math.Pow(10, gainDb / 40);
        var h = kind switch
        {
            0 => 1 / (s * s + s / q + 1),
            1 => s * s / (s * s + s / q + 1),
            2 => s / q / (s * s + s / q + 1),
            3 => (s * s + s * (a / q) + 1) / (s * s + s / (a * q) + 1),
            4 => a * (s * s + Math.Sqrt(a) / q * s + a) / (a * s * s + Math.Sqrt(a) / q * s + 1),
            _ => a * (a * s * s + Math.Sqrt(a) / q * s + 1) / (s * s + Math.Sqrt(a) / q * s + a),
        };
        return h.Magnitude;
    }
}

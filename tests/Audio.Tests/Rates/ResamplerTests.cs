using CsCheck;

namespace Troubadour.Audio.Tests.Rates;

public class ResamplerTests
{
    private static readonly (int From, int To)[] s_pairs =
    [
        (32000, 44100),
        (44100, 48000),
        (48000, 44100),
        (96000, 44100),
        (44100, 16000),
        (22050, 44100),
        (44101, 47999),
    ];

    public static TheoryData<int, int> Pairs
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var (from, to) in s_pairs)
            {
                data.Add(from, to);
            }

            return data;
        }
    }

    /// <summary>Oracle: the tone itself, sampled at the new rate: same time, same level, everything else 80 dB down.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_tone_stays_the_tone(int from, int to)
    {
        foreach (var share in (double[])[0.01, 0.3, 0.6, 0.85])
        {
            var frequency = share * Math.Min(from, to) / 2;
            var output = Resampler.Convert(TestSignals.Sine(frequency, 0.5, from / 2, from), from, to);
            var expected = TestSignals.Sine(frequency, 0.5, output.Length, to);
            var worst = 0.0;
            for (var i = to / 50; i < output.Length - to / 50; i++)
            {
                worst = Math.Max(worst, Math.Abs(output[i] - expected[i]));
            }

            Assert.True(
                worst < 0.5e-4,
                $"{from} to {to} at {frequency:F0} Hz: error {20 * Math.Log10(worst / 0.5):F1} dB"
            );
        }
    }

    [Theory]
    [InlineData(48000, 44100, 22600)]
    [InlineData(96000, 44100, 30000)]
    [InlineData(44100, 16000, 8200)]
    public void What_the_new_rate_cannot_hold_is_80_dB_down(int from, int to, double frequency)
    {
        var output = Resampler.Convert(TestSignals.Sine(frequency, 1, from, from), from, to);
        var worst = output.Skip(to / 50).Take(to - to / 25).Max(Math.Abs);
        Assert.True(worst < 1e-4, $"{20 * Math.Log10(worst):F1} dB");
    }

    [Fact]
    public void Length_is_the_ratio_rounded_up() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Int[0, s_pairs.Length - 1])
            .Sample(
                (length, pair) =>
                {
                    var (from, to) = s_pairs[pair];
                    var expected = ((long)length * to + from - 1) / from;
                    return Resampler.Convert(new float[length], from, to).Length == expected;
                },
                iter: 100
            );

    [Fact]
    public void Block_size_does_not_change_the_samples() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Int[0, s_pairs.Length - 1], Gen.Int[1, 1000])
            .Sample(
                (block, pair, seed) =>
                {
                    var (from, to) = s_pairs[pair];
                    var input = TestSignals.Noise(seed, 1, 9000);
                    var whole = Resampler.Convert(input, from, to);
                    var resampler = new Resampler(from, to);
                    var parts = new List<float>();
                    var buffer = new float[resampler.MaxOutput(Math.Max(block, resampler.Tail))];
                    for (var i = 0; i < input.Length; i += block)
                    {
                        var n = resampler.Process(input.AsSpan(i, Math.Min(block, input.Length - i)), buffer);
                        parts.AddRange(buffer.AsSpan(0, n));
                    }

                    parts.AddRange(buffer.AsSpan(0, resampler.Finish(buffer)));
                    return whole.SequenceEqual(parts);
                },
                iter: 30
            );
}

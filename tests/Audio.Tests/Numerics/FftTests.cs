using CsCheck;

namespace Troubadour.Audio.Tests.Numerics;

public class FftTests
{
    private static readonly Gen<int> s_lengths = Gen.Int[1, 12].Select(bits => 1 << bits);

    /// <summary>Oracle: the sum of the definition, in doubles.</summary>
    [Fact]
    public void Forward_is_the_discrete_Fourier_transform() =>
        Gen.Select(Gen.Int[1, 8].Select(bits => 1 << bits), Gen.Int[1, 10000])
            .Sample(
                (length, seed) =>
                {
                    var (re, im) = (TestSignals.Noise(seed, 1, length), TestSignals.Noise(seed + 1, 1, length));
                    var (fr, fi) = (re.ToArray(), im.ToArray());
                    new Fft(length).Forward(fr, fi);
                    for (var k = 0; k < length; k++)
                    {
                        var (sr, si) = Definition(re, im, k);
                        Assert.Equal(sr, fr[k], 2e-6 * length);
                        Assert.Equal(si, fi[k], 2e-6 * length);
                    }
                },
                iter: 60
            );

    [Fact]
    public void Inverse_undoes_forward() =>
        Gen.Select(s_lengths, Gen.Int[1, 10000])
            .Sample(
                (length, seed) =>
                {
                    var (re, im) = (TestSignals.Noise(seed, 1, length), TestSignals.Noise(seed + 1, 1, length));
                    var (fr, fi) = (re.ToArray(), im.ToArray());
                    var fft = new Fft(length);
                    fft.Forward(fr, fi);
                    fft.Inverse(fr, fi);
                    return Far(re, fr) < 3e-6 && Far(im, fi) < 3e-6;
                },
                iter: 60
            );

    [Fact]
    public void Energy_is_kept_by_Parseval() =>
        Gen.Select(s_lengths, Gen.Int[1, 10000])
            .Sample(
                (length, seed) =>
                {
                    var re = TestSignals.Noise(seed, 1, length);
                    var im = new float[length];
                    var before = re.Sum(x => (double)x * x);
                    new Fft(length).Forward(re, im);
                    var after = re.Zip(im, (a, b) => (double)a * a + (double)b * b).Sum() / length;
                    return Math.Abs(after - before) <= 1e-5 * before;
                },
                iter: 60
            );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_length_that_is_no_power_of_two_is_refused(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fft(length));

    private static (double Re, double Im) Definition(float[] re, float[] im, int k)
    {
        double sr = 0,
            si = 0;
        for (var n = 0; n < re.Length; n++)
        {
            var (s, c) = Math.SinCos(-2 * Math.PI * k * n / re.Length);
            sr += re[n] * c - im[n] * s;
            si += re[n] * s + im[n] * c;
        }

        return (sr, si);
    }

    private static double Far(float[] a, float[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}

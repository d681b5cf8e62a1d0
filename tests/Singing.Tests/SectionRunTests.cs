using CsCheck;

namespace Troubadour.Singing.Tests;

public class SectionRunTests
{
    /// <summary>Oracle: the same two sections over the whole signal, a sample at a time.</summary>
    [Fact]
    public void Four_pieces_sound_as_one() =>
        Gen.Select(Gen.Int[0, 60_000], Gen.Double[35, 400], Gen.Double[0.5, 0.8])
            .Sample(
                (length, hertz, q) =>
                {
                    var input = Noise(length);
                    var (first, second) = (Biquad.HighPass(hertz, q, 44100), Biquad.HighShelf(1500, 0.7, 4, 44100));
                    var output = (float[])input.Clone();
                    SectionRun.Filter(output, output, first, second);
                    var expected = Serially(Serially([.. input.Select(x => (double)x)], first), second);
                    return output.Zip(expected, (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max() < 4e-6;
                },
                iter: 30
            );

    [Fact]
    public void Spans_of_other_lengths_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SectionRun.Filter(new float[5], new float[4], Biquad.Through));

    private static float[] Noise(int length)
    {
        var random = new Music.RandomStream(5, "noise");
        return [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(-1, 1))];
    }

    private static double[] Serially(double[] x, Biquad section)
    {
        var y = new double[x.Length];
        double At(double[] values, int i) => i < 0 ? 0 : values[i];
        for (var n = 0; n < x.Length; n++)
        {
            y[n] =
                section.B0 * x[n]
                + section.B1 * At(x, n - 1)
                + section.B2 * At(x, n - 2)
                - section.A1 * At(y, n - 1)
                - section.A2 * At(y, n - 2);
        }

        return y;
    }
}

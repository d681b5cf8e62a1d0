namespace Troubadour.Separation.Tests;

/// <summary>Bands and medians against their plain definitions.</summary>
public class SpectraTests
{
    [Fact]
    public void Bands_are_those_of_training()
    {
        // The formula of training/separation/bands.py, with the library's power.
        var edges = Grid.Edges();
        Assert.Equal(194, edges.Length);
        Assert.Equal(Enumerable.Range(0, 121), edges.Take(121));
        for (var i = 0; i <= 72; i++)
        {
            Assert.Equal((int)Math.Floor(121 * Math.Pow(2049.0 / 121, i / 72.0) + 0.5), edges[121 + i]);
        }

        Assert.Equal(2049, edges[^1]);
    }

    [Fact]
    public void Medians_are_the_ninth_of_seventeen_sorted()
    {
        var values = Sounds.Noise(4000).Left;
        var starts = Enumerable.Range(0, 17).Select(i => i * 37 % 101 * 30).ToArray();
        var medians = new float[8];
        ForgetfulMedian.Compute(values, starts, medians);
        for (var place = 0; place < 8; place++)
        {
            var expected = starts.Select(start => values[start + place]).Order().ElementAt(8);
            Assert.Equal(expected, medians[place]);
        }
    }

    [Fact]
    public void Band_powers_are_sums_over_mid_and_side()
    {
        var sound = Sounds.Noise(Grid.Fft);
        var (real, imaginary) = (new float[Grid.Fft], new float[Grid.Fft]);
        new MidSideStft().Forward(sound.Left, sound.Right, real, imaginary);
        var (bands, bins) = (new float[Grid.FramePowers], new float[Grid.Bins]);
        new FramePowers().Compute(real, imaginary, bands, bins);
        foreach (var (band, bin) in new[] { (5, 5), (100, 100) })
        {
            Assert.Equal(Direct(sound.Left, sound.Right, bin, 1), bands[band], 1e-3);
            Assert.Equal(Direct(sound.Left, sound.Right, bin, -1), bands[Grid.Bands + band], 1e-3);
        }

        Assert.Equal(bins.Sum(x => (double)x), bands.Sum(x => (double)x), 1e-2 * bins.Length);
    }

    [Fact]
    public void Windows_lie_on_one_grid_and_cover_every_frame()
    {
        var seen = new List<int>();
        var masks = new WindowedMasks(new Recorder(seen));
        for (var frame = 0; frame < 1200; frame++)
        {
            masks.Powers(frame).Fill(1);
            masks.Advance(frame + 1, false);
        }

        while (masks.Done < 1200)
        {
            masks.Advance(1200, true);
        }

        // 0 to 640, 384 to 1152, 896 to 1200.
        Assert.Equal([640, 768, 304], seen);

        // Masks are the window's number; they fade over the 256 frames from 896 on.
        Assert.Equal(2f, masks.Masks(895)[0], 1e-6f);
        Assert.Equal(2.5f, masks.Masks(1024)[0], 0.003f);
        Assert.Equal(3f, masks.Masks(1199)[0], 1e-6f);
    }

    // One bin of the windowed discrete Fourier transform of mid (sign 1) or side (-1), by its definition.
    private static double Direct(float[] left, float[] right, int bin, int sign)
    {
        double real = 0,
            imaginary = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var window = 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / left.Length);
            var value = 0.5 * (left[i] + sign * right[i]) * window;
            real += value * Math.Cos(2 * Math.PI * bin * i / left.Length);
            imaginary += value * Math.Sin(2 * Math.PI * bin * i / left.Length);
        }

        return real * real + imaginary * imaginary;
    }

    private sealed class Recorder(List<int> seen) : IMaskNetwork
    {
        public int Parts => Grid.Stems;

        public void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> masks)
        {
            seen.Add(frames);
            masks.Span.Fill(seen.Count);
        }
    }
}

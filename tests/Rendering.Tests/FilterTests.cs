using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Rendering.Tests;

/// <summary>The low-pass against its transfer function, evaluated in double precision.</summary>
public sealed class FilterTests
{
    private static readonly CutoffTable Table = new(SampleRate.House);

    [Theory]
    [InlineData(200, 0)]
    [InlineData(1000, 0)]
    [InlineData(1000, 100)]
    [InlineData(5000, 240)]
    [InlineData(15000, 60)]
    public void Response_is_the_designs(double cutoffHertz, double resonance)
    {
        var filter = new LowPassFilter();
        filter.Set(1200 * Math.Log2(cutoffHertz / 8.17579891564371), resonance, Table);
        foreach (var factor in (double[])[0.1, 0.5, 1, 1.3])
        {
            var hertz = cutoffHertz * factor;
            filter.Reset();
            var ratio = Rendered.Rms(Filtered(filter, Tone(hertz)).AsSpan(22050, 22000)) / Math.Sqrt(0.5);
            Assert.Equal(Rendered.Decibels(Design(cutoffHertz, resonance, hertz)), Rendered.Decibels(ratio), 0.02);
        }
    }

    [Fact]
    public void Without_resonance_the_cutoff_is_3_dB_down_and_low_tones_pass()
    {
        Assert.Equal(-3, Rendered.Decibels(Design(1000, 0, 1000)), 0.01);
        Assert.Equal(0, Rendered.Decibels(Design(1000, 0, 10)), 0.001);
        Assert.Equal(-5, Rendered.Decibels(Design(1000, 100, 10)), 0.001);
    }

    [Fact]
    public void Any_split_of_the_frames_gives_the_same_within_rounding()
    {
        var tone = Tone(777);
        var whole = new LowPassFilter();
        whole.Set(8000, 120, Table);
        var expected = Filtered(whole, tone);
        Gen.Int[1, 90]
            .Array[1, 6]
            .Sample(
                sizes =>
                {
                    var filter = new LowPassFilter();
                    filter.Set(8000, 120, Table);
                    var found = Filtered(filter, tone, sizes);
                    // The columns are rounded, so shorter steps are tuned a hundred-thousandth differently; a lost state would be worth 0.1.
                    Assert.All(Enumerable.Range(0, 3000), i => Assert.Equal(expected[i], found[i], 5e-4f));
                },
                iter: 30
            );
    }

    [Fact]
    public void A_reset_filter_has_forgotten()
    {
        var filter = new LowPassFilter();
        filter.Set(7000, 200, Table);
        _ = Filtered(filter, Tone(500));
        filter.Reset();
        Assert.All(Filtered(filter, new float[1000]), x => Assert.Equal(0, x));
    }

    [Fact]
    public void A_voice_is_filtered_as_its_zone_says()
    {
        // 441 Hz through a cutoff of 441 Hz: 3 dB down.
        var cutoff = (int)Math.Round(1200 * Math.Log2(441 / 8.17579891564371));
        using var open = TinyBank.Sine();
        using var filtered = TinyBank.Sine((Generator.FilterCutoff, cutoff));
        var track = Rendered.Note(69, 127, 0, 2);
        var ratio =
            Rendered.Rms(Rendered.Of(filtered, track, 1).Left.AsSpan(10000, 30000))
            / Rendered.Rms(Rendered.Of(open, track, 1).Left.AsSpan(10000, 30000));
        Assert.Equal(Rendered.Decibels(Design(441, 0, 441)), Rendered.Decibels(ratio), 0.03);
    }

    private static float[] Tone(double hertz) =>
        [.. Enumerable.Range(0, 44100).Select(i => (float)Math.Sin(2 * Math.PI * hertz * i / SampleRate.House))];

    private static float[] Filtered(LowPassFilter filter, float[] input, params int[] sizes)
    {
        var output = new float[input.Length];
        var turn = 0;
        for (var done = 0; done < input.Length; )
        {
            var n = Math.Min(sizes.Length == 0 ? 64 : sizes[turn++ % sizes.Length], input.Length - done);
            var buffer = new float[LowPassFilter.Lead + n + 8];
            var target = new float[n + 8];
            input.AsSpan(done, n).CopyTo(buffer.AsSpan(LowPassFilter.Lead));
            filter.Process(buffer, target, n);
            target.AsSpan(0, n).CopyTo(output.AsSpan(done));
            done += n;
        }

        return output;
    }

    /// <summary>|H| of the bilinear low-pass at a frequency.</summary>
    private static double Design(double cutoff, double resonance, double hertz)
    {
        var q = Math.Pow(10, (resonance / 10 - 3) / 20);
        var w0 = 2 * Math.PI * cutoff / SampleRate.House;
        var alpha = Math.Sin(w0) / (2 * q);
        var z = System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * hertz / SampleRate.House);
        var gain = (1 - Math.Cos(w0)) / 2 * Math.Pow(10, -resonance / 10 / 2 / 20);
        var top = gain * (1 + 2 * z + z * z);
        var bottom = 1 + alpha - 2 * Math.Cos(w0) * z + (1 - alpha) * z * z;
        return System.Numerics.Complex.Abs(top / bottom);
    }
}

using CsCheck;

namespace Troubadour.Singing.Tests;

public sealed class FrameMathTests
{
    // Oracle: the platform's Math.
    [Fact]
    public void Polar_numbers_become_complex() =>
        Gen.Select(Gen.Float[-20, 20], Gen.Float[-300, 300])
            .Sample(
                (logarithm, phase) =>
                {
                    var (real, imaginary) = (new float[8], new float[8]);
                    Array.Fill(real, logarithm);
                    Array.Fill(imaginary, phase);
                    FrameMath.FromPolar(real, imaginary);
                    var size = Math.Exp(logarithm);
                    Assert.Equal(size * Math.Cos(phase), real[3], 4e-6 * size);
                    Assert.Equal(size * Math.Sin(phase), imaginary[7], 4e-6 * size);
                },
                iter: 5000
            );

    [Theory]
    [InlineData(440)]
    [InlineData(9000)]
    public void Resampling_keeps_a_sine(double hertz)
    {
        var input = new float[32000];
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = (float)Math.Sin(2 * Math.PI * hertz * i / 32000);
        }

        var output = new RateConverter(32000, 44100).Convert(input);
        Assert.Equal(44100, output.Length);
        for (var i = 1000; i < 43000; i++)
        {
            Assert.Equal(Math.Sin(2 * Math.PI * hertz * i / 44100), output[i], 3e-3);
        }
    }

    [Fact]
    public void Loudness_of_a_full_scale_sine_is_the_standard_s()
    {
        // BS.1770-5: a 997 Hz sine of 0 dBFS in one channel measures -3.01 LUFS.
        var sine = new float[3 * 44100];
        for (var i = 0; i < sine.Length; i++)
        {
            sine[i] = (float)Math.Sin(2 * Math.PI * 997 * i / 44100);
        }

        Assert.Equal(-3.01, VoiceLevel.Loudness(sine, 44100), 0.1);
    }
}

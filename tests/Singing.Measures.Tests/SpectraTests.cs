namespace Troubadour.Singing.Measures.Tests;

public class SpectraTests
{
    private static readonly double[] Vowel = [0.8, -0.5, 0.3, 0.2, -0.2, 0.1];

    // The oracle is the filter that made the pulses; what is found must not depend on the pitch.
    [Theory]
    [InlineData(110)]
    [InlineData(220)]
    [InlineData(330)]
    public void The_envelope_of_filtered_pulses_is_found(double hertz)
    {
        var samples = Signals.Pulses(0.2, hertz, _ => Vowel);
        var found = new MelCepstrum().Of(samples, samples.Length / 2, hertz);
        for (var m = 0; m < Vowel.Length; m++)
        {
            Assert.InRange(found[m], Vowel[m] - 0.08, Vowel[m] + 0.08);
        }

        Assert.All(found.Skip(Vowel.Length + 2), c => Assert.InRange(c, -0.08, 0.08));
    }

    // A coefficient that swings by a sine of amplitude a has the variance a * a / 2; the others have next to none.
    [Fact]
    public void The_variance_is_that_of_the_swing()
    {
        var samples = Signals.Pulses(1.2, 200, t => [0.8, -0.5 + 0.4 * Math.Sin(2 * Math.PI * 2 * t), 0.3]);
        var variance = Variance(samples);
        Assert.InRange(variance.Means[1], 0.07, 0.09);
        Assert.InRange(variance.Means[0], 0, 0.01);
        Assert.InRange(variance.Means[2], 0, 0.01);
    }

    [Fact]
    public void A_voice_that_moves_half_as_far_has_a_quarter_of_the_variance()
    {
        double[] Moving(double t, double far) =>
            [.. Enumerable.Range(1, MelCepstrum.Order).Select(m => far * Math.Sin(2 * Math.PI * (1 + m % 3) * t) / m)];
        var full = Variance(Signals.Pulses(1.2, 160, t => Moving(t, 0.3)));
        var half = Variance(Signals.Pulses(1.2, 160, t => Moving(t, 0.15)));
        Assert.InRange(half.RatioTo(full), 0.2, 0.3);
    }

    [Fact]
    public void A_full_scale_sine_is_at_its_frequency_with_no_decibels()
    {
        float[] sine = [.. Enumerable.Range(0, 16000).Select(i => (float)Math.Sin(2 * Math.PI * 1000 * i / 16000))];
        var levels = new Spectrogram().At(sine, 0.5);
        Assert.Equal(32, Array.IndexOf(levels, levels.Max()));
        Assert.InRange(levels[32], -0.1, 0.1);
        Assert.InRange(levels[64], -200, -60);
    }

    private static CepstralVariance Variance(float[] samples)
    {
        var frames = Enumerable.Range(0, 200).Select(i => new VoiceFrame(0.1 + i * 0.005, 200, 20));
        var variance = new CepstralVariance();
        variance.Add(samples, new VoiceTrack([.. frames]), [(0.1, 1.1)]);
        Assert.Equal(1, variance.Takes);
        return variance;
    }
}

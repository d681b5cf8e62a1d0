namespace Troubadour.Singing.Measures.Tests;

public class ArtefactTests
{
    private const int Rate = 44100;
    private const float Click = 0.0316f;

    [Fact]
    public void A_clean_voice_has_none()
    {
        var counts = ArtefactCounts.Of(Voice(), Rate, [(0.1, 0.9), (1, 1.9)]);
        Assert.Equal(0, counts.Total);
    }

    [Fact]
    public void A_click_of_minus_thirty_decibels_is_found_wherever_it_is()
    {
        for (var at = 3000; at < 80000; at += 7919)
        {
            var impulse = Voice();
            impulse[at] += Click;
            var step = Voice();
            for (var i = at; i < step.Length; i++)
            {
                step[i] += Click;
            }

            Assert.InRange(Assert.Single(ClickDetector.Find(impulse, Rate)), at - 3, at + 3);
            Assert.InRange(Assert.Single(ClickDetector.Find(step, Rate)), at - 3, at + 3);
        }
    }

    [Fact]
    public void The_pulses_of_a_low_voice_and_the_noise_of_an_s_are_no_clicks()
    {
        Assert.Empty(ClickDetector.Find(Signals.Tone(Rate, 1, _ => 80, 0.5), Rate));
        Assert.Empty(ClickDetector.Find(Signals.Noise(Rate, 0.003), Rate));
    }

    [Fact]
    public void Steps_clipping_and_odd_numbers_are_counted()
    {
        var samples = Voice();
        samples[1000] = float.NaN;
        samples[2000] = float.PositiveInfinity;
        samples[3000] = 1;
        samples[4000] = -0.7f;
        var counts = ArtefactCounts.Of(samples, Rate, []);
        Assert.Equal(2, counts.NonFinite);
        Assert.Equal(2, counts.Clipped);
        Assert.InRange(counts.Steps, 5, 6);
    }

    [Fact]
    public void A_hole_in_a_vowel_is_a_silence_and_a_rest_is_none()
    {
        var samples = Voice();
        samples.AsSpan(Rate / 2, Rate / 20).Clear();
        samples.AsSpan(Rate * 19 / 20, Rate / 20).Clear();
        Assert.Equal(1, ArtefactCounts.Of(samples, Rate, [(0.1, 0.9), (1, 1.9)]).SilentVowels);
    }

    // Two seconds at 200 Hz with white noise 50 dB below it.
    private static float[] Voice()
    {
        var tone = Signals.Tone(Rate, 2, _ => 200, 0.2);
        return [.. tone.Zip(Signals.Noise(tone.Length, 2.5e-7), (t, n) => t + n)];
    }
}

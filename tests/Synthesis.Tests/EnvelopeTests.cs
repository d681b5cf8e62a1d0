using Troubadour.Audio;

namespace Troubadour.Synthesis.Tests;

public class EnvelopeTests
{
    private static double At(Envelope envelope, double seconds)
    {
        for (var left = (int)(seconds * SampleRate.House); left > 0; left -= 32)
        {
            envelope.Advance(Math.Min(32, left));
        }

        return envelope.Value;
    }

    private static Envelope Begin(double attack, double decay, double sustain, double release, double shortening = 0)
    {
        var envelope = new Envelope(
            new EnvelopeSheet(attack, 0, decay, sustain, release, shortening),
            SampleRate.House
        );
        envelope.Start(60);
        return envelope;
    }

    [Fact]
    public void The_attack_lasts_as_long_as_it_says()
    {
        Assert.InRange(At(Begin(0.2, 1, 1, 1), 0.19), 0.9, 0.9999);
        Assert.Equal(1, At(Begin(0.2, 1, 1, 1), 0.201), 6);
    }

    [Fact]
    public void Decay_and_release_are_the_times_to_fall_60_dB()
    {
        var envelope = Begin(0, 0.5, 0, 1);
        Assert.Equal(0.001, At(envelope, 0.5), 5e-5);
        var held = Begin(0, 0.1, 0.5, 0.3);
        Assert.Equal(0.5, At(held, 0.4), 1e-3);
        held.Release();
        Assert.Equal(0.0005, At(held, 0.3), 3e-5);
        At(held, 0.3);
        Assert.True(held.IsOver);
    }

    [Fact]
    public void Above_middle_C_a_shortened_decay_is_faster()
    {
        var high = new Envelope(new EnvelopeSheet(0, 0, 1, 0, 1, 1), SampleRate.House);
        high.Start(72);
        Assert.Equal(At(Begin(0, 0.5, 0, 1), 0.3), At(high, 0.3), 1e-9);
    }

    [Fact]
    public void Runs_of_any_length_end_at_the_same_value()
    {
        var (a, b) = (Begin(0.01, 0.3, 0.2, 0.5), Begin(0.01, 0.3, 0.2, 0.5));
        for (var i = 0; i < 44; i++)
        {
            a.Advance(32);
        }

        for (var i = 0; i < 128; i++)
        {
            b.Advance(11);
        }

        Assert.Equal(a.Value, b.Value, 1e-3);
    }
}

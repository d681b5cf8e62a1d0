using Troubadour.Audio;

namespace Troubadour.Rendering.Tests;

/// <summary>The volume envelope as it sounds, against the times of SoundFont 2.04, section 8.1.3, on a sample of constant height.</summary>
public sealed class EnvelopeTests
{
    private const int Rate = Audio.SampleRate.House;
    private static readonly double Full = 0.5 * Math.Sqrt(0.5);

    [Fact]
    public void A_pitch_that_slides_with_the_modulation_envelope_has_gone_as_far_as_the_formulas_say()
    {
        const int DecayTimecents = -6253;
        const double Depth = -712;
        using var bank = TinyBank.Sine(
            (Generator.ModulationEnvelopeToPitch, (int)Depth),
            (Generator.ModulationEnvelopeDecay, DecayTimecents),
            (Generator.ModulationEnvelopeSustain, 1000)
        );
        var sound = Rendered.Of(bank, Rendered.Note(69, 127, 0, 2, Rendered.Full), 1).Left;
        // Convex attack of a millisecond, then linear fall to nothing: cycles of 441 Hz, frame by frame.
        var attack = SampleRate.House * Math.Pow(2, -12000 / 1200.0);
        var decay = SampleRate.House * Math.Pow(2, DecayTimecents / 1200.0);
        var cycles = 0.0;
        for (var frame = 0; frame < 20000; frame++)
        {
            var x = frame / attack;
            var value =
                x < 1
                    ? Math.Max(0, 1 + 40.0 / 96.0 * Math.Log10(Math.Max(x, 1e-9)))
                    : Math.Max(0, 1 - (frame - Math.Round(attack)) / decay);
            cycles += 441.0 / SampleRate.House * Math.Pow(2, Depth * value / 1200);
        }

        double sine = 0,
            cosine = 0;
        for (var i = 20000; i < 40000; i++)
        {
            var (s, c) = Math.SinCos(2 * Math.PI * (cycles + 441.0 / SampleRate.House * (i - 20000)));
            (sine, cosine) = (sine + sound[i] * s, cosine + sound[i] * c);
        }

        Assert.InRange(Math.Atan2(cosine, sine) / (2 * Math.PI), -0.01, 0.01);
    }

    [Fact]
    public void Delay_and_attack_last_as_long_as_they_say()
    {
        // 2^(-2400/1200) = 0.25 s of delay, 2^(-1200/1200) = 0.5 s of attack.
        var level = Levels(2, 2, (Generator.VolumeEnvelopeDelay, -2400), (Generator.VolumeEnvelopeAttack, -1200));
        Assert.Equal(0, level(0.249));
        Assert.Equal(0.25, level(0.375), 1e-3);
        Assert.Equal(0.5, level(0.5), 1e-3);
        Assert.Equal(0.999, level(0.7495), 1e-3);
        Assert.Equal(1, level(0.76), 1e-5);
    }

    [Fact]
    public void Decay_falls_evenly_in_decibels_to_the_sustain_level()
    {
        // Hold 0.5 s, then 100 dB in 4 s down to -20 dB: 0.8 s of decay.
        var level = Levels(
            3,
            3,
            (Generator.VolumeEnvelopeHold, -1200),
            (Generator.VolumeEnvelopeDecay, 2400),
            (Generator.VolumeEnvelopeSustain, 200)
        );
        Assert.Equal(1, level(0.5), 1e-5);
        Assert.Equal(-10, Rendered.Decibels(level(0.501 + 0.4)), 0.02);
        Assert.Equal(-19, Rendered.Decibels(level(0.501 + 0.76)), 0.02);
        Assert.Equal(-20, Rendered.Decibels(level(1.4)), 0.001);
        Assert.Equal(-20, Rendered.Decibels(level(2.9)), 0.001);
    }

    [Fact]
    public void Release_falls_evenly_from_where_the_note_is()
    {
        var level = Levels(1, 2, (Generator.VolumeEnvelopeRelease, 1200));
        Assert.Equal(1, level(0.99), 1e-5);
        Assert.Equal(-10, Rendered.Decibels(level(1.2)), 0.02);
        Assert.Equal(-40, Rendered.Decibels(level(1.8)), 0.02);
    }

    [Fact]
    public void Release_in_the_attack_starts_from_the_height_reached()
    {
        var level = Levels(0.25, 2, (Generator.VolumeEnvelopeAttack, 0), (Generator.VolumeEnvelopeRelease, 1200));
        Assert.Equal(0.25, level(0.25), 1e-3);
        Assert.Equal(Rendered.Decibels(0.25) - 10, Rendered.Decibels(level(0.45)), 0.03);
    }

    [Theory]
    [InlineData(36, 2.0)]
    [InlineData(60, 1.0)]
    [InlineData(84, 0.5)]
    public void Hold_scales_with_the_key(int key, double seconds)
    {
        var level = Levels(
            4,
            3,
            key,
            (Generator.VolumeEnvelopeHold, 0),
            (Generator.KeyToVolumeEnvelopeHold, 50),
            (Generator.VolumeEnvelopeDecay, 0),
            (Generator.VolumeEnvelopeSustain, 1000)
        );
        Assert.Equal(1, level(seconds), 1e-5);
        Assert.Equal(-10, Rendered.Decibels(level(seconds + 0.101)), 0.1);
    }

    [Fact]
    public void Gains_move_without_steps()
    {
        using var bank = TinyBank.Constant(
            (Generator.VolumeEnvelopeDecay, -2400),
            (Generator.VolumeEnvelopeSustain, 1000)
        );
        var track = Rendered.Note(60, 127, 0.01, 0.05, Rendered.Full[0], new(0.03, 11, 60), new(0.04, 10, 20));
        var sound = Rendered.Of(bank, track, 0.3);
        for (var i = 1; i < sound.Left.Length; i++)
        {
            // The attack itself rises by 1/44 a frame.
            Assert.InRange(Math.Abs(sound.Left[i] - sound.Left[i - 1]), 0, 0.024 * 0.5);
        }
    }

    [Fact]
    public void Tremolo_swings_by_the_centibels_it_says()
    {
        // 4 Hz: 1200 log2(4 / 8.176) = -1238 cents.
        var level = Levels(3, 2, (Generator.ModulationLfoToVolume, 60), (Generator.ModulationLfoFrequency, -1238));
        var levels = Enumerable.Range(20, 1900).Select(i => Rendered.Decibels(level(i / 1000.0))).ToList();
        Assert.Equal(6, levels.Max(), 0.15);
        Assert.Equal(-6, levels.Min(), 0.15);
    }

    private static Func<double, double> Levels(double end, double seconds, params (Generator, int)[] generators) =>
        Levels(end, seconds, 60, generators);

    /// <summary>Height over time of one note, 1 being full.</summary>
    private static Func<double, double> Levels(
        double end,
        double seconds,
        int key,
        params (Generator, int)[] generators
    )
    {
        using var bank = TinyBank.Constant([.. generators, (Generator.ScaleTuning, 0)]);
        var sound = Rendered.Of(bank, Rendered.Note(key, 127, 0, end, Rendered.Full), seconds).Left;
        return time => sound[(int)Math.Round(time * Rate)] / Full;
    }
}

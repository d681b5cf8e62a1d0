using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>Pitch, level and place of single notes against the formulas of SoundFont 2.04.</summary>
public sealed class SoundingNoteTests
{
    private const double Half = 0.5;
    private static readonly double Centre = Math.Sqrt(0.5);

    [Theory]
    [InlineData(69, 0, 441.0)]
    [InlineData(57, 0, 220.5)]
    [InlineData(81, 0, 882.0)]
    [InlineData(70, 0, 467.22325)]
    [InlineData(69, 37, 450.52628)]
    [InlineData(93, -50, 1713.8076)]
    public void A_note_sounds_within_a_tenth_of_a_cent_of_its_pitch(int key, int fineTune, double hertz)
    {
        using var bank = TinyBank.Sine((Generator.FineTune, fineTune));
        var sound = Rendered.Of(bank, Rendered.Note(key, 127, 0, 3), 2).Left;
        Assert.InRange(1200 * Math.Log2(Pitch(sound) / hertz), -0.1, 0.1);
    }

    [Fact]
    public void Scale_tuning_spreads_the_keys()
    {
        using var bank = TinyBank.Sine((Generator.ScaleTuning, 50));
        var sound = Rendered.Of(bank, Rendered.Note(81, 127, 0, 3), 2).Left;
        Assert.InRange(1200 * Math.Log2(Pitch(sound) / 441), 599.9, 600.1);
    }

    [Theory]
    [InlineData(0, -200)]
    [InlineData(8192, 0)]
    [InlineData(16383, 200)]
    public void Pitch_bend_reaches_two_semitones(int bend, double cents)
    {
        using var bank = TinyBank.Sine();
        var track = Rendered.Note(69, 127, 0, 3, new TimedControl(0, TimedControl.PitchBend, bend));
        Assert.InRange(1200 * Math.Log2(Pitch(Rendered.Of(bank, track, 2).Left) / 441) - cents, -0.1, 0.1);
    }

    [Fact]
    public void Amplitude_is_the_square_of_velocity()
    {
        using var bank = TinyBank.Constant();
        for (var velocity = 1; velocity <= 127; velocity += 9)
        {
            var expected = Half * Centre * Math.Pow(velocity / 127.0, 2);
            Assert.Equal(
                expected,
                Steady(bank, Rendered.Note(60, velocity, 0, 1, Rendered.Full)).Left,
                expected * 1e-5
            );
        }
    }

    [Theory]
    [InlineData(7, 64)]
    [InlineData(11, 100)]
    [InlineData(11, 1)]
    public void Volume_and_expression_fall_by_40_dB_a_decade(int controller, int value)
    {
        using var bank = TinyBank.Constant();
        var track = Rendered.Note(60, 127, 0, 1, Rendered.Full[0], new TimedControl(0.0001, controller, value));
        var expected = Half * Centre * Math.Pow(value / 127.0, 2);
        Assert.Equal(expected, Steady(bank, track).Left, expected * 1e-5);
    }

    [Fact]
    public void Attenuation_counts_four_tenths_of_its_centibels()
    {
        using var bank = TinyBank.Constant((Generator.Attenuation, 100));
        var expected = Half * Centre * Math.Pow(10, -4 / 20.0);
        Assert.Equal(expected, Steady(bank, Rendered.Note(60, 127, 0, 1, Rendered.Full)).Left, expected * 1e-5);
    }

    [Theory]
    [InlineData(-500)]
    [InlineData(-250)]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(500)]
    public void Pan_keeps_the_power_and_moves_on_a_quarter_circle(int pan)
    {
        using var bank = TinyBank.Constant((Generator.Pan, pan));
        var (left, right, _, _) = Steady(bank, Rendered.Note(60, 127, 0, 1, Rendered.Full));
        Assert.Equal(Half * Math.Cos((pan + 500) / 1000.0 * Math.PI / 2), left, 1e-5);
        Assert.Equal(Half * Math.Sin((pan + 500) / 1000.0 * Math.PI / 2), right, 1e-5);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(64, 0.70710678, 0.70710678)]
    [InlineData(127, 0, 1)]
    public void The_pan_controller_reaches_both_sides_and_rests_in_the_middle(int value, double left, double right)
    {
        using var bank = TinyBank.Constant();
        var found = Steady(bank, Rendered.Note(60, 127, 0, 1, Rendered.Full[0], new TimedControl(0, 10, value)));
        Assert.Equal(Half * left, found.Left, 1e-5);
        Assert.Equal(Half * right, found.Right, 1e-5);
    }

    [Fact]
    public void Sends_are_shares_of_the_voice_before_its_pan()
    {
        using var bank = TinyBank.Constant(
            (Generator.ReverbSend, 250),
            (Generator.ChorusSend, 100),
            (Generator.Pan, 500)
        );
        var dry = Steady(bank, Rendered.Note(60, 127, 0, 1, Rendered.Full));
        Assert.Equal(Half * 0.25, dry.Reverb, 1e-5);
        Assert.Equal(Half * 0.1, dry.Chorus, 1e-5);
        var asked = Steady(bank, Rendered.Note(60, 127, 0, 1, Rendered.Full[0], new(0, 91, 127), new(0, 93, 127)));
        Assert.Equal(Half * 0.45, asked.Reverb, 1e-5);
        Assert.Equal(Half * 0.3, asked.Chorus, 1e-5);
    }

    [Fact]
    public void A_bank_may_change_the_default_modulators()
    {
        // Velocity to attenuation, concave and falling, of 480 centibels instead of 960.
        var bank = new TinyBank();
        bank.AddSample([.. Enumerable.Repeat((short)16384, 1000)], (100, 900));
        bank.AddModulator(0x502, Generator.Attenuation, 480);
        bank.AddZone(0, (Generator.SampleModes, 1));
        using var loaded = SoundBank.Load(bank.Write());
        var expected = Half * Centre * 64 / 127;
        Assert.Equal(expected, Steady(loaded, Rendered.Note(60, 64, 0, 1, Rendered.Full)).Left, expected * 1e-5);
    }

    [Theory]
    // The output of another modulator, a reserved source, bank select as a source, and one that counts: the key number.
    [InlineData(127, true)]
    [InlineData(5, true)]
    [InlineData(0x80, true)]
    [InlineData(3, false)]
    public void Modulators_with_sources_that_are_not_allowed_are_ignored(int source, bool isIgnored)
    {
        // Bipolar, so that a source at rest would count too.
        var bank = new TinyBank();
        bank.AddSample([.. Enumerable.Repeat((short)16384, 1000)], (100, 900));
        bank.AddModulator(0x200 | source, Generator.Attenuation, -500);
        bank.AddZone(0, (Generator.SampleModes, 1), (Generator.Attenuation, 500));
        using var loaded = SoundBank.Load(bank.Write());
        var expected = Half * Centre * Math.Pow(10, -20 / 20.0);
        var found = Steady(loaded, Rendered.Note(100, 127, 0, 1, Rendered.Full)).Left;
        Assert.Equal(isIgnored, Math.Abs(found - expected) < 1e-5);
    }

    [Fact]
    public void The_modulation_wheel_brings_vibrato()
    {
        using var bank = TinyBank.Sine((Generator.VibratoLfoFrequency, -700));
        var still = Rendered.Of(bank, Rendered.Note(69, 127, 0, 3), 2).Left;
        var moved = Rendered.Of(bank, Rendered.Note(69, 127, 0, 3, new TimedControl(0, 1, 127)), 2).Left;
        Assert.InRange(PitchSpread(still), 0, 0.5);
        // A triangle of +-50 cents.
        Assert.InRange(PitchSpread(moved), 90, 102);
    }

    [Fact]
    public void A_loop_goes_round_without_a_seam()
    {
        using var bank = TinyBank.Sine();
        var sound = Rendered.Of(bank, Rendered.Note(62, 127, 0, 3, Rendered.Full), 2).Left;
        var omega = 2 * Math.PI * 441 * Math.Pow(2, -7 / 12.0) / SampleRate.House;
        var error = 0.0;
        for (var i = 4410; i < sound.Length; i++)
        {
            error = Math.Max(error, Math.Abs(sound[i] - Half * Centre * Math.Sin(omega * i)));
        }

        // The sample's own rounding is 3e-5; a seam of one point would be 0.02.
        Assert.InRange(error, 0, 1.5e-4);
    }

    [Fact]
    public void A_sample_without_a_loop_ends_with_its_points()
    {
        using var bank = TinyBank.Of([.. Enumerable.Repeat((short)16384, 22050)], null);
        var sound = Rendered.Of(bank, Rendered.Note(60, 127, 0, 3), 1).Left;
        Assert.True(Math.Abs(sound[22000]) > 0.1);
        Assert.All(sound[22060..], x => Assert.Equal(0, x));
    }

    [Fact]
    public void A_loop_until_release_plays_on_to_the_samples_end()
    {
        short[] points = [.. Enumerable.Repeat((short)8192, 2000), .. Enumerable.Repeat((short)16384, 20000)];
        var bank = new TinyBank();
        bank.AddSample(points, (500, 1500));
        bank.AddZone(0, (Generator.SampleModes, 3), (Generator.VolumeEnvelopeRelease, 6000));
        using var loaded = SoundBank.Load(bank.Write());
        var sound = Rendered.Of(loaded, Rendered.Note(60, 127, 0, 0.5, Rendered.Full), 1.5).Left;
        Assert.Equal(0.25 * Centre, sound[22000], 1e-4);
        Assert.InRange(sound[24500], 0.45 * Centre, 0.5 * Centre);
        Assert.All(sound[44100..], x => Assert.Equal(0, x));
    }

    [Fact]
    public void A_note_of_an_exclusive_class_cuts_the_one_before()
    {
        using var open = TinyBank.Constant((Generator.ExclusiveClass, 1), (Generator.VolumeEnvelopeRelease, 5000));
        using var free = TinyBank.Constant((Generator.VolumeEnvelopeRelease, 5000));
        var track = Rendered.Track([new(0, 2, 46, 127), new(0.5, 0.501, 42, 1)], Rendered.Full);
        Assert.InRange(Rendered.Of(open, track, 1).Left[35000], 0, 0.01 * Half);
        Assert.InRange(Rendered.Of(free, track, 1).Left[35000], 0.69 * Half, 0.72 * Half);
    }

    [Fact]
    public void The_pedal_holds_notes_until_it_goes_up()
    {
        using var bank = TinyBank.Constant((Generator.VolumeEnvelopeRelease, -6000));
        var track = Rendered.Note(60, 127, 0, 0.2, Rendered.Full[0], new(0.1, 64, 127), new(0.6, 64, 0));
        var sound = Rendered.Of(bank, track, 1).Left;
        Assert.Equal(Half * Centre, sound[26000], 1e-5);
        Assert.InRange(sound[26460 + 2000], 0, 1e-4);
    }

    [Fact]
    public void A_key_struck_again_lets_its_earlier_note_go()
    {
        using var bank = TinyBank.Constant((Generator.VolumeEnvelopeRelease, -6000));
        var track = Rendered.Track([new(0, 2, 60, 127), new(0.5, 2, 60, 127)], Rendered.Full);
        Assert.Equal(Half * Centre, Rendered.Of(bank, track, 1).Left[40000], 1e-5);
    }

    private static (double Left, double Right, double Reverb, double Chorus) Steady(
        SoundBank bank,
        InstrumentTrack track
    )
    {
        var sound = Rendered.Of(bank, track, 0.5);
        return (sound.Left[20000], sound.Right[20000], sound.Reverb[20000], sound.Chorus[20000]);
    }

    /// <summary>Hertz from the first to the last rising zero crossing of the steady part, interpolated.</summary>
    private static double Pitch(float[] sound)
    {
        var crossings = Crossings(sound);
        return (crossings.Count - 1) / (crossings[^1] - crossings[0]) * SampleRate.House;
    }

    /// <summary>Cents between the longest and the shortest period.</summary>
    private static double PitchSpread(float[] sound)
    {
        var crossings = Crossings(sound);
        var periods = crossings.Zip(crossings.Skip(1), (a, b) => b - a).ToList();
        return 1200 * Math.Log2(periods.Max() / periods.Min());
    }

    private static List<double> Crossings(float[] sound)
    {
        var found = new List<double>();
        for (var i = 4410; i < sound.Length; i++)
        {
            if (sound[i - 1] < 0 && sound[i] >= 0)
            {
                found.Add(i - 1 + sound[i - 1] / (double)(sound[i - 1] - sound[i]));
            }
        }

        return found;
    }
}

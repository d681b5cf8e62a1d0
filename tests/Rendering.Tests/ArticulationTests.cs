using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>Slurs, glides, pedals, sound controllers and repeated keys, on banks whose sound is the voice's gain or a sine.</summary>
public sealed class ArticulationTests
{
    private const double Half = 0.5;
    private static readonly double Centre = Math.Sqrt(0.5);

    [Theory]
    [InlineData(127, 0.53, true)]
    [InlineData(0, 0.53, false)]
    [InlineData(127, 0.49, false)]
    public void A_slurred_note_takes_over_without_an_attack(int legato, double firstEnd, bool slurs)
    {
        // An attack of half a second and a release too short to be heard.
        using var bank = TinyBank.Constant((Generator.VolumeEnvelopeAttack, -1200));
        var track = Rendered.Track(
            [new(0, firstEnd, 60, 127), new(0.5, 1, 64, 127)],
            Rendered.Full[0],
            new(0.2, 68, legato)
        );
        var sound = Rendered.Of(bank, track, 1).Left;
        var full = Half * Centre;
        var later = sound[At(0.56)];
        Assert.InRange(later, slurs ? 0.99 * full : 0, slurs ? 1.01 * full : 0.4 * full);
        if (slurs)
        {
            // While one takes over from the other the level neither drops out nor doubles.
            Assert.All(sound[At(0.5)..At(0.56)], x => Assert.InRange(x, 0.35 * full, 1.5 * full));
        }
    }

    [Fact]
    public void A_slurred_chord_takes_over_as_a_whole()
    {
        using var bank = TinyBank.Constant((Generator.VolumeEnvelopeAttack, -1200));
        var track = Rendered.Track(
            [new(0, 0.52, 60, 127), new(0.5, 1, 62, 127), new(0.5, 1, 65, 127)],
            Rendered.Full[0],
            new(0, 68, 127)
        );
        Assert.Equal(2 * Half * Centre, Rendered.Of(bank, track, 1).Left[At(0.6)], 1e-4);
    }

    [Fact]
    public void Portamento_glides_from_the_key_before_in_the_stated_time()
    {
        using var bank = TinyBank.Sine();
        var track = Rendered.Track(
            [new(0, 0.5, 57, 127), new(0.5, 2, 69, 127)],
            new(0, 65, 127),
            // 5 ms times 2 to the sixth.
            new(0, 5, 96)
        );
        var sound = Rendered.Of(bank, track, 2).Left;
        Assert.InRange(Cents(sound, 0.5 + 0.16), -640, -560);
        Assert.InRange(Cents(sound, 0.5 + 0.24), -340, -260);
        Assert.InRange(Cents(sound, 0.5 + 0.4), -1, 1);
        var plain = Rendered.Of(bank, track with { Controls = [new(0, 5, 96)] }, 2).Left;
        Assert.InRange(Cents(plain, 0.5 + 0.1), -1, 1);
    }

    [Fact]
    public void Sostenuto_holds_the_keys_that_are_down_and_no_later_ones()
    {
        using var bank = TinyBank.Constant((Generator.VolumeEnvelopeRelease, -6000));
        TimedControl[] pedal = [Rendered.Full[0], new(0.2, 66, 127), new(0.6, 66, 0)];
        var held = Rendered.Of(bank, Rendered.Note(60, 127, 0, 0.3, pedal), 1).Left;
        Assert.Equal(Half * Centre, held[At(0.59)], 1e-5);
        Assert.InRange(held[At(0.65)], 0, 1e-4);
        var later = Rendered.Of(bank, Rendered.Note(60, 127, 0.25, 0.3, pedal), 1).Left;
        Assert.InRange(later[At(0.4)], 0, 1e-4);
    }

    [Fact]
    public void The_soft_pedal_takes_3_dB_from_the_notes_that_start_with_it()
    {
        using var bank = TinyBank.Constant();
        TimedControl[] pedal = [Rendered.Full[0], new(0, 67, 127), new(0.3, 67, 0)];
        var soft = Rendered.Of(bank, Rendered.Note(60, 127, 0, 1, pedal), 1).Left;
        Assert.Equal(-3, Rendered.Decibels(soft[At(0.8)] / (Half * Centre)), 0.01);
        var after = Rendered.Of(bank, Rendered.Note(60, 127, 0.4, 1, pedal), 1).Left;
        Assert.Equal(Half * Centre, after[At(0.8)], 1e-5);
    }

    [Fact]
    public void Brightness_darkens_sounding_notes_too_and_is_neutral_at_64()
    {
        using var bank = TinyBank.Sine();
        var key = 69 + 36;
        var plain = Level(bank, Rendered.Note(key, 127, 0, 2), 0.8);
        var neutral = Level(bank, Rendered.Note(key, 127, 0, 2, new TimedControl(0, 74, 64)), 0.8);
        Assert.InRange(neutral - plain, -0.1, 0.1);
        var track = Rendered.Note(key, 127, 0, 2, new TimedControl(0.5, 74, 20));
        Assert.InRange(Level(bank, track, 0.3) - plain, -0.1, 0.1);
        Assert.InRange(Level(bank, track, 0.8) - plain, -20, -3);
    }

    [Fact]
    public void Resonance_lifts_the_cutoff_over_the_low_tones()
    {
        var cutoff = (int)Math.Round(1200 * Math.Log2(441 / 8.17579891564371));
        using var bank = TinyBank.Sine((Generator.FilterCutoff, cutoff));
        var lift = Above(127) - Above(64);
        // 118 centibels over the flat filter.
        Assert.InRange(lift, 10.5, 13);

        double Above(int value)
        {
            var control = new TimedControl(0, 71, value);
            return Level(bank, Rendered.Note(69, 127, 0, 2, control), 0.8)
                - Level(bank, Rendered.Note(33, 127, 0, 2, control), 0.8);
        }
    }

    [Theory]
    // At a tenth of a second: a slower attack is quieter; a slower decay and a slower release are louder.
    [InlineData(73, Generator.VolumeEnvelopeAttack, -1200, 0.1, -1)]
    [InlineData(75, Generator.VolumeEnvelopeDecay, 0, 0.1, 1)]
    [InlineData(72, Generator.VolumeEnvelopeRelease, 0, 0.6, 1)]
    internal void Attack_decay_and_release_follow_their_controllers(
        int controller,
        Generator generator,
        int amount,
        double seconds,
        int direction
    )
    {
        using var bank = TinyBank.Constant(
            (generator, amount),
            (Generator.VolumeEnvelopeSustain, controller == 75 ? 600 : 0)
        );
        var levels = new[] { 0, 32, 64, 96, 127 }
            .Select(value => Rendered.Note(60, 127, 0, 0.5, new TimedControl(0, controller, value)))
            .Select(track => direction * Rendered.Of(bank, track, 1).Left[At(seconds)])
            .ToArray();
        Assert.Equal(levels.Order(), levels);
        Assert.True(Math.Abs(levels[^1]) != Math.Abs(levels[0]));
        var plain = Rendered.Of(bank, Rendered.Note(60, 127, 0, 0.5), 1).Left[At(seconds)];
        Assert.Equal(plain, direction * levels[2]);
    }

    [Fact]
    public void A_repeated_key_differs_a_little_and_always_alike()
    {
        using var bank = TinyBank.Constant();
        var notes = Enumerable.Range(0, 8).Select(i => new TimedNote(0.25 * i, 0.25 * i + 0.2, 60, 100)).ToArray();
        var levels = LevelsOf(notes);
        Assert.Equal(levels, LevelsOf(notes));
        Assert.All(levels, level => Assert.InRange(Rendered.Decibels(level / levels[0]), -0.61, 0.61));
        Assert.Equal(8, levels.Distinct().Count());
        var exact = Rendered.Of(bank, Rendered.Track(notes), 2).Left;
        Assert.Equal(exact[At(0.15)], levels[0]);
        Assert.All(notes, note => Assert.Equal(exact[At(0.15)], exact[At(note.Start + 0.15)]));

        float[] LevelsOf(TimedNote[] played)
        {
            var sound = Rendered.Of(new InstrumentPlayer(bank, Rendered.Track(played)), 2).Left;
            return [.. played.Select(note => sound[At(note.Start + 0.15)])];
        }
    }

    [Fact]
    public void What_an_edit_leaves_alone_sounds_as_before()
    {
        using var bank = TinyBank.Sine();
        var notes = Enumerable.Range(0, 8).Select(i => new TimedNote(0.25 * i, 0.25 * i + 0.1, 60, 100)).ToArray();
        var more = notes.Prepend(new TimedNote(0, 0.1, 50, 80)).ToArray();
        var before = Rendered.Of(new InstrumentPlayer(bank, Rendered.Track(notes)), 2).Left;
        var after = Rendered.Of(new InstrumentPlayer(bank, Rendered.Track(more)), 2).Left;
        Assert.Equal(before[At(0.5)..], after[At(0.5)..]);
    }

    [Fact]
    public void Differences_fill_their_ranges()
    {
        var differences = new RoundRobin("piano");
        var touches = Enumerable.Range(0, 400).Select(i => differences.Touch(60 + i % 12, 1000 * i)).ToArray();
        Assert.InRange(touches.Min(t => t.DetuneCents), -3, -2.8);
        Assert.InRange(touches.Max(t => t.DetuneCents), 2.8, 3);
        Assert.InRange(touches.Average(t => t.DetuneCents), -0.3, 0.3);
        Assert.InRange(touches.Min(t => Rendered.Decibels(t.Gain)), -0.6001, -0.55);
        Assert.InRange(touches.Max(t => Rendered.Decibels(t.Gain)), 0.55, 0.6001);
        Assert.All(touches, t => Assert.InRange(t.StartShare, 0, 1));
    }

    private static int At(double seconds) => (int)(seconds * SampleRate.House);

    /// <summary>Decibels of a tenth of a second around a time.</summary>
    private static double Level(SoundBank bank, InstrumentTrack track, double seconds) =>
        Rendered.Decibels(Rendered.Rms(Rendered.Of(bank, track, 1).Left.AsSpan(At(seconds - 0.05), At(0.1))));

    /// <summary>The pitch of 40 ms around a time, in cents over 441 Hz, by its zero crossings.</summary>
    private static double Cents(float[] sound, double seconds)
    {
        var crossings = new List<double>();
        for (var i = At(seconds - 0.02); i < At(seconds + 0.02); i++)
        {
            if (sound[i - 1] < 0 && sound[i] >= 0)
            {
                crossings.Add(i - 1 + sound[i - 1] / (double)(sound[i - 1] - sound[i]));
            }
        }

        var hertz = (crossings.Count - 1) / (crossings[^1] - crossings[0]) * SampleRate.House;
        return 1200 * Math.Log2(hertz / 441);
    }
}

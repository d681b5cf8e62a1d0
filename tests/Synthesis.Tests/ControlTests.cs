using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis.Tests;

public class ControlTests
{
    private static readonly TimedNote s_note = new(0, 2.4, 69, 90);

    private static TimedControl At(double time, int controller, int value) => new(time, controller, value);

    private static AudioBuffer Play(string id, params TimedControl[] controls) =>
        Library.Play(Library.Track(id, controls, s_note), 2.5);

    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    public void Volume_and_expression_follow_the_square_law(int controller)
    {
        var half = Library.Level(Play("chip-lead", At(0, controller, 64)), 0.1, 2);
        var full = Library.Level(Play("chip-lead", At(0, controller, 127)), 0.1, 2);
        Assert.Equal(64.0 / 127 * 64 / 127, half / full, 3);
    }

    [Fact]
    public void Pan_moves_all_of_it_to_a_side()
    {
        var sound = Play("warm-pad", At(0, 10, 0));
        Assert.All(sound.Right, x => Assert.Equal(0, x));
        Assert.True(Library.Level(sound, 1, 2) > 0.01);
    }

    [Theory]
    [InlineData(16383, 2)]
    [InlineData(8192, 0)]
    [InlineData(0, -2)]
    public void Pitch_bend_reaches_two_semitones(int value, double semitones)
    {
        var expected = 440 * Math.Pow(2, semitones / 12);
        var heard = Library.Frequency(Play("chip-bass", At(0, TimedControl.PitchBend, value)), 0.5, expected);
        Assert.Equal(0, 1200 * Math.Log2(heard / expected), 0.5);
    }

    [Fact]
    public void Modulation_is_vibrato()
    {
        // Sidebands at the vibrato's rate appear beside the fundamental.
        double Sideband(AudioBuffer sound)
        {
            var spectrum = Spectra.Of(sound.Left.AsSpan(22050));
            var perBin = 44100.0 / Spectra.Size;
            return spectrum[(int)Math.Round((440 + 5.4) / perBin)] / spectrum[(int)Math.Round(440 / perBin)];
        }

        Assert.True(Sideband(Play("chip-bass", At(0, 1, 127))) > 0.3);
        Assert.True(Sideband(Play("chip-bass")) < 0.05);
    }

    [Fact]
    public void The_pedal_holds_what_the_key_let_go()
    {
        var note = new TimedNote(0, 0.3, 60, 90);
        var free = Library.Play(Library.Track("tine-piano", note), 2);
        var held = Library.Play(Library.Track("tine-piano", [At(0, 64, 127), At(1.5, 64, 0)], note), 2);
        Assert.True(Library.Level(held, 1, 1.4) > 20 * Library.Level(free, 1, 1.4));
        Assert.True(Library.Level(held, 1.85, 2) < 0.1 * Library.Level(held, 1, 1.4));
    }

    [Theory]
    [InlineData("acid-bass")]
    [InlineData("poly-pad")]
    public void Brightness_opens_filters(string id) =>
        Assert.True(
            Library.Middle(Play(id, At(0, 74, 110), At(0, 71, 20)), 1)
                >= Library.Middle(Play(id, At(0, 74, 20), At(0, 71, 20)), 1)
        );

    [Fact]
    public void Overlapping_notes_of_one_voice_glide_without_a_new_stroke()
    {
        TimedNote[] notes = [new(0, 1.02, 45, 90), new(1, 2.5, 57, 90)];
        var legato = Library.Play(Library.Track("acid-bass", notes), 2.5);
        var detached = Library.Play(Library.Track("acid-bass", notes[0] with { End = 0.9 }, notes[1]), 2.5);
        Assert.NotEqual(legato.Left[44100..66150], detached.Left[44100..66150]);
        Assert.Equal(220, Library.Frequency(legato, 1.3, 220), 0.5);

        // A new stroke opens the filter; a legato one does not.
        Assert.True(Library.Level(detached, 1.02, 1.1) > 1.05 * Library.Level(legato, 1.02, 1.1));
    }

    [Fact]
    public void A_long_legato_line_of_a_bass_that_dies_away_never_ends_in_silence()
    {
        TimedNote[] line =
        [
            .. Enumerable.Range(0, 24).Select(i => new TimedNote(i * 0.5, i * 0.5 + 0.52, 33 + i % 3, 90)),
        ];
        var sound = Library.Play(Library.Track("bass-808", line), 12);
        var levels = Enumerable.Range(0, 24).Select(i => Library.Level(sound, i * 0.5 + 0.02, i * 0.5 + 0.5)).ToArray();
        Assert.InRange(20 * Math.Log10(levels.Min() / levels.Max()), -24, 0);
    }

    [Fact]
    public void Portamento_slides_from_the_key_before()
    {
        TimedNote[] notes = [new(0, 0.5, 57, 90), new(1, 3, 69, 90)];
        var controls = new[] { At(0, 65, 127), At(0, 5, 118) };
        var slid = Library.Play(Library.Track("chip-bass", controls, notes), 3);
        var plain = Library.Play(Library.Track("chip-bass", notes), 3);

        // 5 ms times 2^(118/16) are 830 ms: the octave is passed half-way, by 311 Hz, at 1.41 s.
        var zero = Crossings(slid, 1.37, 1.46) / 0.09 / 2;
        Assert.InRange(zero, 290, 335);
        Assert.InRange(Crossings(plain, 1.37, 1.46) / 0.09 / 2, 425, 455);
    }

    [Fact]
    public void The_legato_pedal_joins_the_notes_of_a_patch_of_many_voices()
    {
        TimedNote[] notes = [new(0, 0.35, 57, 90), new(0.3, 1, 64, 90)];
        var joined = Library.Play(Library.Track("pluck", [At(0, 68, 127)], notes), 2);
        var apart = Library.Play(Library.Track("pluck", notes), 2);
        Assert.True(Library.Level(joined, 0.3, 0.4) < 0.5 * Library.Level(apart, 0.3, 0.4));
    }

    private static int Crossings(AudioBuffer sound, double from, double to)
    {
        var count = 0;
        for (var i = (int)(from * 44100); i < (int)(to * 44100); i++)
        {
            count += sound.Left[i] > 0 != sound.Left[i + 1] > 0 ? 1 : 0;
        }

        return count;
    }
}

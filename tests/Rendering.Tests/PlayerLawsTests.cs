using CsCheck;
using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>What holds for every player, on a real bank (Debian's csound-soundfont) where it is installed, else on a made one.</summary>
public sealed class PlayerLawsTests
{
    private const double Seconds = 2.5;

    private static readonly int[] Moved =
    [
        1,
        5,
        7,
        10,
        11,
        64,
        65,
        66,
        67,
        68,
        71,
        72,
        73,
        74,
        75,
        91,
        93,
        TimedControl.PitchBend,
    ];

    private static readonly SoundBank Bank = Banks.Small ?? TinyBank.Sine((Generator.VolumeEnvelopeRelease, -2000));

    [Fact]
    public void Any_block_size_gives_the_same_samples()
    {
        var track = Busy(48);
        var whole = Rendered.Of(new InstrumentPlayer(Bank, track), Seconds, 1 << 20);
        Gen.Int[1, 700]
            .Array[1, 5]
            .Sample(
                sizes =>
                {
                    var parts = Rendered.Of(new InstrumentPlayer(Bank, track), Seconds, sizes);
                    Assert.Equal(whole.Left, parts.Left);
                    Assert.Equal(whole.Right, parts.Right);
                    Assert.Equal(whole.Reverb, parts.Reverb);
                    Assert.Equal(whole.Chorus, parts.Chorus);
                },
                iter: 12
            );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(48)]
    [InlineData(61)]
    public void What_comes_later_does_not_change_what_was_heard(int program)
    {
        const double Later = 1.2;
        var busy = Busy(program);
        var until = busy with
        {
            Notes = [.. busy.Notes.Where(note => note.End < Later)],
            Controls = [.. busy.Controls.Where(c => c.Time < Later && c.Controller is not (64 or 66 or 71 or 74))],
        };
        var more = until with
        {
            Notes = [.. until.Notes, new TimedNote(Later + 0.1, Later + 0.5, 50, 127)],
            Controls = [.. until.Controls, .. Moved.Select(one => new TimedControl(Later, one, 100))],
        };
        var (before, after) = (Rendered.Of(Bank, until, Later), Rendered.Of(Bank, more, Later));
        // Gains move in straight lines to the end of a block, which a controller cuts short.
        var frames = (int)(Later * Audio.SampleRate.House) - 512;
        Assert.Equal(before.Left[..frames], after.Left[..frames]);
        Assert.Equal(before.Right[..frames], after.Right[..frames]);
        Assert.Equal(before.Reverb[..frames], after.Reverb[..frames]);
    }

    [Fact]
    public void Players_in_parallel_give_what_they_give_one_after_another()
    {
        int[] programs = [0, 33, 48, 61, 25, 4, 16, 80];
        var serial = programs.Select(p => Rendered.Of(Bank, Busy(p), Seconds).Left).ToArray();
        using var fresh = Banks.OpenSmall() ?? TinyBank.Sine((Generator.VolumeEnvelopeRelease, -2000));
        var parallel = new float[programs.Length][];
        Parallel.For(0, programs.Length, i => parallel[i] = Rendered.Of(fresh, Busy(programs[^(i + 1)]), Seconds).Left);
        for (var i = 0; i < programs.Length; i++)
        {
            Assert.Equal(serial[i], parallel[^(i + 1)]);
        }
    }

    [Fact]
    public void Every_preset_is_finite_and_bounded()
    {
        Assert.All(
            Bank.Presets,
            preset =>
            {
                var track = new InstrumentTrack(
                    "x",
                    preset.Bank,
                    preset.Program,
                    [new(0, 0.2, 50, 90), new(0.1, 0.3, 62, 127)],
                    []
                );
                var player = new InstrumentPlayer(Bank, track);
                var sound = Rendered.Of(player, 1);
                Assert.All(sound.Left, x => Assert.True(float.IsFinite(x) && Math.Abs(x) < 4));
                Assert.All(sound.Right, x => Assert.True(float.IsFinite(x) && Math.Abs(x) < 4));
            }
        );
    }

    [Fact]
    public void After_the_end_there_is_silence()
    {
        using var bank = TinyBank.Sine((Generator.VolumeEnvelopeRelease, -3600));
        var player = new InstrumentPlayer(bank, Rendered.Note(69, 100, 0.1, 0.5));
        var sound = Rendered.Of(player, 1);
        Assert.True(Rendered.Rms(sound.Left.AsSpan(10000, 8000)) > 0.01);
        Assert.All(sound.Left[..4410], x => Assert.Equal(0, x));
        Assert.All(sound.Left[30000..], x => Assert.Equal(0, x));
        Assert.True(player.IsFinished);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        // What the runtime itself allocates while it compiles comes once.
        Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => Allocated()));

        static long Allocated()
        {
            var player = new InstrumentPlayer(Bank, Busy(0));
            var buffer = new float[512];
            player.Read(buffer, buffer, buffer, buffer);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 150; i++)
            {
                player.Read(buffer, buffer, buffer, buffer);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_track_without_a_preset_is_silent()
    {
        using var bank = TinyBank.Sine();
        var player = new InstrumentPlayer(bank, new InstrumentTrack("x", 0, 5, [new(0, 1, 60, 100)], []));
        Assert.Null(player.Preset);
        Assert.All(Rendered.Of(player, 0.5).Left, x => Assert.Equal(0, x));
    }

    [Fact]
    public void More_voices_than_the_bound_take_the_place_of_the_quietest()
    {
        using var bank = TinyBank.Sine();
        var notes = Enumerable.Range(0, 600).Select(i => new TimedNote(0.001 * i, 2, i % 128, 1 + i % 127)).ToArray();
        var player = new InstrumentPlayer(bank, Rendered.Track(notes));
        var sound = Rendered.Of(player, 1);
        Assert.True(player.Sounding <= InstrumentPlayer.MostVoices);
        Assert.All(sound.Left, x => Assert.True(float.IsFinite(x)));
    }

    [Theory]
    [InlineData(-1.0, 1.0, 60, 100)]
    [InlineData(0.0, double.NaN, 60, 100)]
    [InlineData(2.0, 1.0, 60, 100)]
    [InlineData(0.0, 1.0, 128, 100)]
    [InlineData(0.0, 1.0, 60, 0)]
    public void Notes_out_of_range_are_refused(double start, double end, int key, int velocity)
    {
        var track = Rendered.Track([new TimedNote(start, end, key, velocity)]);
        Assert.Throws<ArgumentException>(() => new InstrumentPlayer(Bank, track));
    }

    [Fact]
    public void Without_sends_the_dry_sound_is_the_same_and_the_sends_are_silent()
    {
        var usual = Rendered.Of(new InstrumentPlayer(Bank, Busy(48)), Seconds);
        var dry = Rendered.Of(new InstrumentPlayer(Bank, Busy(48), options: new() { HasSends = false }), Seconds);
        Assert.Equal(usual.Left, dry.Left);
        Assert.Equal(usual.Right, dry.Right);
        Assert.True(Rendered.Rms(usual.Reverb) > 1e-4);
        Assert.All(dry.Reverb, x => Assert.Equal(0, x));
        Assert.All(dry.Chorus, x => Assert.Equal(0, x));
    }

    private static InstrumentTrack Busy(int program)
    {
        var random = new RandomStream(5, "busy");
        var notes = Enumerable
            .Range(0, 60)
            .Select(i => 0.03 * i)
            .Select(t => new TimedNote(
                t,
                t + random.Next(0.01, 0.5),
                36 + random.NextInt(48),
                1 + random.NextInt(127)
            ));
        var controls = Enumerable
            .Range(0, 40)
            .Select(i => new TimedControl(0.05 * i, Moved[i % Moved.Length], random.NextInt(128)));
        return new InstrumentTrack("busy", 0, program, [.. notes], [.. controls]);
    }
}

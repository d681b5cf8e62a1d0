using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

public class MixDownTests
{
    private static readonly MixResult s_usual = Run(new() { ChunkFrames = 8192 });

    [Theory]
    [InlineData(1, 512)]
    [InlineData(1, 32768)]
    [InlineData(2, 8192)]
    [InlineData(4, 2048)]
    [InlineData(7, 1024)]
    public void Threads_and_chunks_do_not_change_a_bit(int threads, int chunk)
    {
        var other = Run(new() { Threads = threads, ChunkFrames = chunk });
        Assert.True(s_usual.Master.Left.AsSpan().SequenceEqual(other.Master.Left));
        Assert.True(s_usual.Master.Right.AsSpan().SequenceEqual(other.Master.Right));
        Assert.Equal(s_usual.Report.MasterGainDb, other.Report.MasterGainDb);
    }

    [Fact]
    public void The_master_has_the_loudness_and_peak_that_were_asked_for()
    {
        Assert.Equal(-14, LoudnessMeter.Of(s_usual.Master).Integrated, 0.3);
        Assert.True(TruePeakMeter.Of(s_usual.Master).Decibels <= -2 + 1e-6);
        Assert.Equal(LoudnessMeter.Of(s_usual.Master).Integrated, s_usual.Report.IntegratedLufs, 1e-9);
        Assert.Equal(SmallSong.Frames, s_usual.Master.Length);
    }

    [Fact]
    public void The_stems_sum_to_the_master()
    {
        var stems = new StemBuffers(SmallSong.Frames);
        var result = Run(new() { Stems = stems, Threads = 2 });
        Assert.Equal(["kick", "bass", "keys", "pad", "lead"], stems.Ids);
        Assert.True(
            s_usual.Master.Left.AsSpan().SequenceEqual(result.Master.Left),
            "Asking for stems changed the master."
        );
        var worst = 0f;
        for (var i = 0; i < SmallSong.Frames; i++)
        {
            worst = Math.Max(worst, Math.Abs(stems.Sum.Left[i] - result.Master.Left[i]));
            worst = Math.Max(worst, Math.Abs(stems.Sum.Right[i] - result.Master.Right[i]));
        }

        Assert.True(worst < 1e-4, $"The stems miss the master by {Signals.Db(worst):F1} dBFS.");
    }

    [Fact]
    public void Silence_gives_silence()
    {
        var result = new MixDown(SmallSong.Settings).Run(
            [new ArraySource("lead", []), new ArraySource("pad", [])],
            100000
        );
        Assert.All(result.Master.Left, sample => Assert.Equal(0, sample));
        Assert.All(result.Master.Right, sample => Assert.Equal(0, sample));
        Assert.Equal(double.NegativeInfinity, result.Report.IntegratedLufs);
        Assert.Equal(0, new MixDown(SmallSong.Settings).Run([], 0).Master.Length);
    }

    [Fact]
    public void A_given_master_gain_is_kept()
    {
        var settings = SmallSong.Settings with { MasterGainDb = -20, CeilingDbtp = 0 };
        var quiet = new MixDown(settings).Run(SmallSong.Sources(), SmallSong.Frames);
        Assert.Equal(-20, quiet.Report.MasterGainDb);
        Assert.Equal(0, quiet.Report.LimiterDb, 1e-6);
        var louder = new MixDown(settings with { MasterGainDb = -14 }).Run(SmallSong.Sources(), SmallSong.Frames);
        Assert.Equal(6, louder.Report.IntegratedLufs - quiet.Report.IntegratedLufs, 0.01);
    }

    [Fact]
    public void Bass_is_mono_below_120_Hz()
    {
        var left = Signals.Sine(50, 0.5, 2 * Signals.Rate);
        var result = new MixDown(new() { TargetLufs = -23 }).Run(
            [new ArraySource("bass", left, new float[left.Length])],
            2 * Signals.Rate
        );
        var side = result.Master.Left.Zip(result.Master.Right, (l, r) => (l - r) / 2).Skip(22050).ToArray();
        var middle = result.Master.Left.Zip(result.Master.Right, (l, r) => (l + r) / 2).Skip(22050).ToArray();
        Assert.True(Signals.Db(Signals.Rms(side) / Signals.Rms(middle)) < -25);
    }

    [Fact]
    public void The_end_fades_to_zero()
    {
        Assert.Equal(0, s_usual.Master.Left[^1]);
        Assert.True(Signals.Rms(s_usual.Master.Left.AsSpan(^8820..^4410)) > 0.01);
    }

    [Fact]
    public void A_side_chain_turns_down_under_its_key()
    {
        var settings = new MixSettings
        {
            Channels = [new() { Id = "bass", Sidechain = new("kick", 6) }, new() { Id = "kick", GainDb = -200 }],
            Bus = new() { Glue = null },
            MasterGainDb = 0,
        };
        var frames = 3 * Signals.Rate;
        var result = new MixDown(settings).Run(
            [
                new ArraySource("bass", Signals.Sine(441, 0.2, frames)),
                new ArraySource("kick", Signals.Hits(1, 0.8, Signals.Rate, frames)),
            ],
            frames
        );
        var under = Signals.Rms(result.Master.Left.AsSpan(Signals.Rate + 441, 882));
        var between = Signals.Rms(result.Master.Left.AsSpan(2 * Signals.Rate - 5000, 4410));
        Assert.Equal(-6, Signals.Db(under / between), 0.7);
    }

    [Fact]
    public void A_gain_curve_is_followed()
    {
        var settings = new MixSettings
        {
            Channels =
            [
                new()
                {
                    Id = "a",
                    GainDb = -6,
                    GainCurve = [new(1, 0), new(2, -12)],
                },
            ],
            Bus = new()
            {
                Glue = null,
                Bands = [],
                HighPassHz = 0,
            },
            MasterGainDb = 0,
        };
        var result = new MixDown(settings).Run(
            [new ArraySource("a", Signals.Sine(1000, 0.5, 3 * Signals.Rate))],
            3 * Signals.Rate
        );
        double Level(double second) =>
            Signals.Db(
                Signals.Rms(result.Master.Left.AsSpan((int)(second * Signals.Rate), 441)) / (0.5 / Math.Sqrt(2))
            );
        Assert.Equal(-6, Level(0.5), 0.05);
        Assert.Equal(-12, Level(1.495), 0.1);
        Assert.Equal(-18, Level(2.5), 0.05);
    }

    [Theory]
    [InlineData(-1, 3.01, double.NegativeInfinity)]
    [InlineData(0, 0, 0)]
    [InlineData(1, double.NegativeInfinity, 3.01)]
    public void Pan_keeps_the_power(double pan, double left, double right)
    {
        var settings = new MixSettings
        {
            Channels = [new() { Id = "a", Pan = pan }],
            Bus = new()
            {
                Glue = null,
                Bands = [],
                HighPassHz = 0,
                MonoBelowHz = 0,
            },
            MasterGainDb = 0,
        };
        var result = new MixDown(settings).Run([new ArraySource("a", Signals.Sine(1000, 0.3, 22050))], 22050);
        var dry = Signals.Rms(Signals.Sine(1000, 0.3, 22050).AsSpan(0, 11025));
        Assert.Equal(
            left,
            Math.Max(-300, Signals.Db(Signals.Rms(result.Master.Left.AsSpan(0, 11025)) / dry)) is var l && l < -90
                ? double.NegativeInfinity
                : l,
            0.02
        );
        Assert.Equal(
            right,
            Math.Max(-300, Signals.Db(Signals.Rms(result.Master.Right.AsSpan(0, 11025)) / dry)) is var r && r < -90
                ? double.NegativeInfinity
                : r,
            0.02
        );
    }

    [Fact]
    public void Two_stems_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new MixDown(new()).Run([new ArraySource("a", []), new ArraySource("a", [])], 100)
        );

    [Fact]
    public void A_stem_that_fails_stops_the_mix_with_its_own_error()
    {
        var stem = new MonoStemSource("voice");
        stem.Add(0.1, () => throw new InvalidDataException("no voice"));
        Assert.Throws<InvalidDataException>(() =>
            new MixDown(new()).Run([stem, new ArraySource("a", [])], 44100, new() { Threads = 2 })
        );
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_stem_that_gives_no_numbers_is_named(float sample)
    {
        var samples = new float[2000];
        samples[1234] = sample;
        var error = Assert.Throws<InvalidDataException>(() =>
            new MixDown(new()).Run([new ArraySource("a", []), new ArraySource("odd", samples)], 2000)
        );
        Assert.Contains("odd", error.Message, StringComparison.Ordinal);
    }

    private static MixResult Run(MixOptions options) =>
        new MixDown(SmallSong.Settings).Run(SmallSong.Sources(), SmallSong.Frames, options);
}

using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>What edits of a song ask of its mix.</summary>
public class EditLaws
{
    private static readonly MixResult s_whole = new MixDown(Kept).Run(SmallSong.Sources(), SmallSong.Frames);

    private static MixSettings Kept => SmallSong.Settings with { MasterGainDb = 9 };

    [Fact]
    public void What_comes_later_does_not_change_a_bit_of_what_was_heard_10_ms_before()
    {
        const int Join = 4 * Signals.Rate + 77;
        IStemSource[] sources =
        [
            .. SmallSong.Sources().Select((source, i) => new LateSource(source, Join, i)),
            new LateSource(new ArraySource("new", []), Join, 99),
        ];
        var settings = Kept with
        {
            Channels =
            [
                .. Kept.Channels,
                new()
                {
                    Id = "new",
                    ReverbSendDb = -6,
                    DelaySendDb = -6,
                },
            ],
        };
        var edited = new MixDown(settings).Run(sources, SmallSong.Frames + 30000);

        Assert.True(s_whole.Report.LimiterDb > 1);
        Assert.True(edited.Report.LimiterDb > s_whole.Report.LimiterDb + 3);
        var before = Join - Signals.Rate / 100;
        Assert.True(s_whole.Master.Left.AsSpan(0, before).SequenceEqual(edited.Master.Left.AsSpan(0, before)));
        Assert.True(s_whole.Master.Right.AsSpan(0, before).SequenceEqual(edited.Master.Right.AsSpan(0, before)));
        Assert.False(s_whole.Master.Left.AsSpan(Join, 4410).SequenceEqual(edited.Master.Left.AsSpan(Join, 4410)));
    }

    [Theory]
    [InlineData(8192)]
    [InlineData(100003)]
    public void A_cut_is_the_rest_of_the_whole_to_the_bit_in_master_and_stems(int first)
    {
        var stems = new StemBuffers(SmallSong.Frames - first);
        var cut = new MixDown(Kept).Run(
            SmallSong.Sources(),
            SmallSong.Frames,
            new()
            {
                FirstFrame = first,
                Stems = stems,
                MeasureChannels = true,
            }
        );

        Assert.Equal(SmallSong.Frames - first, cut.Master.Length);
        Assert.True(s_whole.Master.Left.AsSpan(first).SequenceEqual(cut.Master.Left));
        Assert.True(s_whole.Master.Right.AsSpan(first).SequenceEqual(cut.Master.Right));
        Assert.True(Miss(cut.Master, stems.Sum) < -80);
        Assert.Equal(LoudnessMeter.Of(cut.Master).Integrated, cut.Report.IntegratedLufs, 1e-9);
        Assert.All(cut.Report.Channels, c => Assert.True(c.ShortTermLufs.Count < cut.Master.Seconds * 10));
    }

    [Fact]
    public void Stems_of_a_group_come_as_one_and_all_still_sum_to_the_master()
    {
        var stems = new StemBuffers(SmallSong.Frames);
        var groups = new Dictionary<string, string>
        {
            ["kick"] = "rhythm",
            ["bass"] = "rhythm",
            ["pad"] = "rhythm",
        };
        var result = new MixDown(Kept).Run(
            SmallSong.Sources(),
            SmallSong.Frames,
            new() { Stems = stems, StemGroups = groups }
        );

        Assert.Equal(["rhythm", "keys", "lead"], stems.Ids);
        Assert.True(Miss(result.Master, stems.Sum) < -80);
    }

    [Fact]
    public void A_wider_bus_lifts_the_sides_by_its_width_and_leaves_the_middle()
    {
        var settings = new MixSettings
        {
            Bus = new() { Glue = null, Width = 1.5 },
            MasterGainDb = -12,
        };
        var plain = settings with { Bus = settings.Bus with { Width = 1 } };
        IStemSource Source() => new ArraySource("a", Signals.Sine(500, 0.3, 44100), Signals.Sine(800, 0.3, 44100));
        var wide = new MixDown(settings).Run([Source()], 44100).Master;
        var usual = new MixDown(plain).Run([Source()], 44100).Master;

        Assert.Equal(3.522, Signals.Db(Signals.Rms(Side(wide)) / Signals.Rms(Side(usual))), 0.01);
        Assert.Equal(0, Signals.Db(Signals.Rms(Middle(wide)) / Signals.Rms(Middle(usual))), 0.01);
    }

    private static float[] Side(AudioBuffer sound) => [.. sound.Left.Zip(sound.Right, (l, r) => l - r)];

    private static float[] Middle(AudioBuffer sound) => [.. sound.Left.Zip(sound.Right, (l, r) => l + r)];

    private static double Miss(AudioBuffer one, AudioBuffer other)
    {
        var worst = 1e-9;
        for (var i = 0; i < one.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(one.Left[i] - other.Left[i]));
            worst = Math.Max(worst, Math.Abs(one.Right[i] - other.Right[i]));
        }

        return Signals.Db(worst);
    }
}

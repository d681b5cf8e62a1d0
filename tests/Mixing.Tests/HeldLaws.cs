using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>What stays while the rest of a mix is exchanged, and what the rest owes it.</summary>
public class HeldLaws
{
    private static readonly string[] s_voices = ["lead"];
    private static readonly StemBuffers s_first = new(SmallSong.Frames);
    private static readonly MixResult s_source = new MixDown(SmallSong.Settings).Run(
        SmallSong.Sources(),
        SmallSong.Frames,
        new() { Stems = s_first, StemGroups = Groups }
    );

    private static Dictionary<string, string> Groups =>
        SmallSong.Sources().ToDictionary(s => s.Id, s => s_voices.Contains(s.Id) ? "voices" : "band");

    [Theory]
    [InlineData("voices")]
    [InlineData("band")]
    public void A_held_stem_is_the_one_it_was_to_the_bit_and_the_other_is_new(string held)
    {
        var (_, stems) = Exchange(held, new());
        var other = held == "band" ? "voices" : "band";

        Assert.True(s_first.Of(held).Left.AsSpan().SequenceEqual(stems.Of(held).Left));
        Assert.True(s_first.Of(held).Right.AsSpan().SequenceEqual(stems.Of(held).Right));
        Assert.False(s_first.Of(other).Left.AsSpan().SequenceEqual(stems.Of(other).Left));
    }

    [Theory]
    [InlineData("voices")]
    [InlineData("band")]
    public void The_whole_is_as_loud_as_ever_and_its_stems_sum_to_it(string held)
    {
        var (result, stems) = Exchange(held, new());

        Assert.InRange(LoudnessMeter.Of(result.Master).Integrated, -14.3, -13.7);
        Assert.Equal(LoudnessMeter.Of(result.Master).Integrated, result.Report.IntegratedLufs, 1e-9);
        for (var i = 0; i < SmallSong.Frames; i++)
        {
            Assert.InRange(stems.Sum.Left[i] - result.Master.Left[i], -1e-5f, 1e-5f);
            Assert.InRange(stems.Sum.Right[i] - result.Master.Right[i], -1e-5f, 1e-5f);
        }
    }

    [Fact]
    public void What_was_found_once_is_found_again_from_its_gain_and_a_chain_holds_what_was_live()
    {
        var (first, stems) = Exchange("voices", new());
        var (again, _) = Exchange("voices", new(), liveGainDb: first.Report.MasterGainDb);
        Assert.True(first.Master.Left.AsSpan().SequenceEqual(again.Master.Left));
        Assert.True(first.Report.Track.Steps.SequenceEqual(again.Report.Track.Steps));
        Assert.True(first.Report.HeldTrack!.Steps.SequenceEqual(s_source.Report.Track.Steps));

        var settings = SmallSong.Settings with
        {
            Held = new(
                ["kick", "bass", "keys", "pad"],
                first.Report.Track,
                first.Report.MasterGainDb,
                SmallSong.Settings
            ),
        };
        var third = new StemBuffers(SmallSong.Frames);
        var sources = Exchanged("voices");
        sources[^1] = new LateSource(sources[^1], 99, 5);
        new MixDown(settings).Run(sources, SmallSong.Frames, new() { Stems = third, StemGroups = Groups });
        Assert.True(stems.Of("band").Left.AsSpan().SequenceEqual(third.Of("band").Left));
        Assert.False(stems.Of("voices").Left.AsSpan().SequenceEqual(third.Of("voices").Left));
    }

    [Theory]
    [InlineData(1, 512)]
    [InlineData(2, 8192)]
    [InlineData(5, 1024)]
    public void Threads_and_chunks_do_not_change_a_bit(int threads, int chunk)
    {
        var (usual, _) = Exchange("voices", new());
        var (other, _) = Exchange("voices", new() { Threads = threads, ChunkFrames = chunk });

        Assert.True(usual.Master.Left.AsSpan().SequenceEqual(other.Master.Left));
        Assert.True(usual.Master.Right.AsSpan().SequenceEqual(other.Master.Right));
        Assert.Equal(usual.Report.MasterGainDb, other.Report.MasterGainDb);
    }

    /// <summary>Judge: <see cref="TruePeakMeter"/>, on random sounds of which the held one has any level, the live one far too much.</summary>
    [Fact]
    public void Neither_the_whole_nor_the_live_sound_passes_the_ceiling_but_where_the_held_one_does_by_itself() =>
        Gen.Select(
                Gen.Int[1, 100000],
                Gen.Double[-30, 0],
                Gen.Double[0, 12],
                Gen.Int[300, 20000],
                Gen.Double[60, 15000]
            )
            .Sample(
                (seed, heldDb, liveDb, every, tone) =>
                {
                    const int Frames = 50000;
                    var held = new ArraySource("held", Signals.Sine(tone, Math.Pow(10, heldDb / 20), Frames));
                    var live = new ArraySource("live", Signals.Hits(seed, 1, every, Frames));
                    var plain = new MixSettings
                    {
                        Bus = new() { Glue = null, Bands = [] },
                        MasterGainDb = liveDb,
                    };
                    var settings = plain with { Held = new(["held"], new(new int[GainTrack.Edges(Frames)]), 0, plain) };
                    var stems = new StemBuffers(Frames);
                    var result = new MixDown(settings).Run([held, live], Frames, new() { Stems = stems });
                    var alone = TruePeakMeter.Of(stems.Of("held")).Decibels;
                    Assert.InRange(TruePeakMeter.Of(result.Master).Decibels, -40, Math.Max(-2, alone + 0.07) + 1e-4);
                    Assert.InRange(alone, -40, 1e-4);
                    Assert.InRange(TruePeakMeter.Of(stems.Of("live")).Decibels, -200, -2 + 1e-4);
                },
                iter: 25
            );

    [Fact]
    public void A_track_of_another_length_and_a_stem_that_is_held_in_part_are_refused()
    {
        var groups = Groups;
        groups["pad"] = "voices";
        Assert.Throws<ArgumentException>(() => Exchange("voices", new() { StemGroups = groups }));
        var settings = SmallSong.Settings with { Held = new(s_voices, s_source.Report.Track, 0, SmallSong.Settings) };
        Assert.Throws<ArgumentException>(() => new MixDown(settings).Run(SmallSong.Sources(), 70000));
    }

    private static (MixResult Result, StemBuffers Stems) Exchange(
        string held,
        MixOptions options,
        double? liveGainDb = null
    )
    {
        var ids = Groups.Where(pair => pair.Value == held).Select(pair => pair.Key).ToList();
        var settings = SmallSong.Settings with
        {
            Held = new(ids, s_source.Report.Track, s_source.Report.MasterGainDb, SmallSong.Settings),
            MasterGainDb = liveGainDb,
        };
        var stems = new StemBuffers(SmallSong.Frames);
        options = options with
        {
            Stems = stems,
            StemGroups = options.StemGroups.Count > 0 ? options.StemGroups : Groups,
        };
        return (new MixDown(settings).Run(Exchanged(held), SmallSong.Frames, options), stems);
    }

    private static List<IStemSource> Exchanged(string held) =>
        [
            .. SmallSong
                .Sources()
                .Select(source =>
                    Groups[source.Id] == held
                        ? source
                        : new ArraySource(
                            source.Id,
                            Signals.Hits(source.Id.Length, 0.45, 9000 + 700 * source.Id.Length, SmallSong.Frames)
                        )
                ),
        ];
}

using Troubadour.Audio;

namespace Troubadour.Mixing.Tests.Mastering;

/// <summary>The equaliser that brings a master's spectrum to its target.</summary>
public class ToneTests
{
    private static readonly ToneTarget s_target = new(1, -4.7, -6.5);

    private static MixSettings Settings => SmallSong.Settings with { Target = s_target };

    /// <summary>Oracle: the target's own words: flat to 100 Hz but for the lift, straight lines above.</summary>
    [Fact]
    public void The_target_is_what_its_numbers_say()
    {
        Assert.Equal(0, s_target.At(1000), 1e-9);
        Assert.Equal(-9.4, s_target.At(4000), 1e-9);
        Assert.Equal(-15.9, s_target.At(8000), 1e-9);
        Assert.Equal(s_target.At(100) + 1, s_target.At(60), 1e-9);
        Assert.Equal(4.7, s_target.At(200) - s_target.At(400), 1e-9);
        Assert.Equal(-12, s_target.At(30) - s_target.At(60), 1e-9);
    }

    /// <summary>White noise rises 3 dB an octave over what a target of -3 wants: the top is turned down, the low end up, as far as is allowed.</summary>
    [Fact]
    public void A_master_is_brought_toward_its_target_by_at_most_3_dB()
    {
        var noise = new ArraySource("a", Signals.Noise(1, 0.2, 300000), Signals.Noise(2, 0.2, 300000));
        var plain = new MixSettings
        {
            Bus = new() { Glue = null, Bands = [] },
        };
        var report = new MixDown(plain with { Target = new(0, -3, -3) }).Run([noise], 300000).Report;

        Assert.All(report.Tone!, gain => Assert.InRange(gain, -3, 3));
        Assert.True(report.Tone![1] > 2 && report.Tone[^1] < -2);
        Assert.Null(new MixDown(plain).Run([noise], 300000).Report.Tone);
    }

    [Fact]
    public void The_distance_from_the_target_falls()
    {
        static List<IStemSource> Sources() =>
            [
                new ArraySource("a", Signals.Noise(1, 0.1, 300000)),
                new ArraySource("b", Signals.Sine(90, 0.2, 300000)),
                new ArraySource("c", Signals.Hits(4, 0.5, 22050, 300000)),
            ];
        var settings = new MixSettings { Channels = [new() { Id = "a", LowPassHz = 900 }] };
        var plain = new MixDown(settings).Run(Sources(), 300000);
        var toned = new MixDown(settings with { Target = s_target }).Run(Sources(), 300000);

        Assert.True(
            Distance(toned.Master) < 0.9 * Distance(plain.Master),
            $"{Distance(toned.Master)} {Distance(plain.Master)}"
        );
        Assert.InRange(toned.Report.IntegratedLufs, -14.1, -13.9);
    }

    [Fact]
    public void A_tone_that_is_kept_gives_the_same_bits_again_and_stems_carry_it()
    {
        var stems = new StemBuffers(SmallSong.Frames);
        var first = new MixDown(Settings).Run(SmallSong.Sources(), SmallSong.Frames, new() { Stems = stems });
        var kept = SmallSong.Settings with { Tone = first.Report.Tone, MasterGainDb = first.Report.MasterGainDb };
        var again = new MixDown(kept).Run(SmallSong.Sources(), SmallSong.Frames, new() { Threads = 2 });

        Assert.True(first.Master.Left.AsSpan().SequenceEqual(again.Master.Left));
        Assert.True(first.Master.Right.AsSpan().SequenceEqual(again.Master.Right));
        for (var i = 0; i < SmallSong.Frames; i++)
        {
            Assert.InRange(stems.Sum.Left[i] - first.Master.Left[i], -5e-5f, 5e-5f);
        }
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit()
    {
        var one = new MixDown(Settings).Run(SmallSong.Sources(), SmallSong.Frames);
        var other = new MixDown(Settings).Run(
            SmallSong.Sources(),
            SmallSong.Frames,
            new() { Threads = 4, ChunkFrames = 512 }
        );

        Assert.Equal(one.Report.Tone, other.Report.Tone);
        Assert.True(one.Master.Left.AsSpan().SequenceEqual(other.Master.Left));
    }

    [Fact]
    public void A_held_group_keeps_its_tone_to_the_bit()
    {
        var stems = new StemBuffers(SmallSong.Frames);
        var first = new MixDown(Settings).Run(SmallSong.Sources(), SmallSong.Frames, new() { Stems = stems });
        var kept = SmallSong.Settings with { Tone = first.Report.Tone };
        var settings = kept with { Held = new(["lead"], first.Report.Track, first.Report.MasterGainDb, kept) };
        var held = new StemBuffers(SmallSong.Frames);
        var sources = SmallSong.Sources();
        sources[1] = new ArraySource("bass", Signals.Sine(82, 0.3, SmallSong.Frames));
        var second = new MixDown(settings).Run(sources, SmallSong.Frames, new() { Stems = held });

        Assert.True(stems.Of("lead").Left.AsSpan().SequenceEqual(held.Of("lead").Left));
        Assert.Equal(first.Report.Tone, second.Report.Tone);
    }

    /// <summary>Judge: octave bands by cascaded band-passes, mean magnitude of their levels beside the target, common level left out.</summary>
    private static double Distance(AudioBuffer master)
    {
        var off = new List<double>();
        foreach (var hertz in (double[])[63, 125, 250, 500, 1000, 2000, 4000, 8000])
        {
            var energy = 0.0;
            foreach (var side in (float[][])[master.Left.ToArray(), master.Right.ToArray()])
            {
                new Biquad(BiquadCoefficients.BandPass(hertz, 1.41, Signals.Rate)).Process(side);
                new Biquad(BiquadCoefficients.BandPass(hertz, 1.41, Signals.Rate)).Process(side);
                energy += side.Sum(sample => (double)sample * sample);
            }

            off.Add(10 * Math.Log10(energy / hertz) - s_target.At(hertz));
        }

        return off.Average(value => Math.Abs(value - off.Average()));
    }
}

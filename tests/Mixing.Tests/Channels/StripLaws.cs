using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Mixing.Tests.Channels;

/// <summary>What strips and role buses do to a stem, heard through a mix that does nothing else.</summary>
public class StripLaws
{
    private const int Frames = 3 * Signals.Rate;

    private static readonly MixSettings s_plain = new()
    {
        Bus = new()
        {
            Glue = null,
            Bands = [],
            MonoBelowHz = 0,
            HighPassHz = 0,
        },
        MasterGainDb = -12,
        FadeOutSeconds = 0,
    };

    /// <summary>Oracle: the static curve of the compressor for the sum of both tones.</summary>
    [Fact]
    public void A_role_bus_turns_its_stems_down_together_and_others_not()
    {
        var bus = new RoleBusSettings(["a", "b", "absent"], new(-20, 4, 0.005, 0.1));
        var stems = new StemBuffers(Frames);
        var plain = new StemBuffers(Frames);
        List<IStemSource> Sources() =>
            [
                new ArraySource("a", Signals.Sine(2756.25, 0.3, Frames)),
                new ArraySource("b", Signals.Sine(2756.25, 0.2, Frames)),
                new ArraySource("c", Signals.Sine(440, 0.3, Frames)),
            ];
        var mixed = new MixDown(s_plain with { Buses = [bus] }).Run(Sources(), Frames, new() { Stems = stems });
        new MixDown(s_plain).Run(Sources(), Frames, new() { Stems = plain });

        var reduction = new Compressor(bus.Compressor).ReductionAt(Signals.Db(0.5));
        foreach (var id in (string[])["a", "b"])
        {
            Assert.Equal(-reduction, Change(stems.Of(id).Left, plain.Of(id).Left), 0.15);
        }

        Assert.True(stems.Of("c").Left.AsSpan().SequenceEqual(plain.Of("c").Left));
        for (var i = 0; i < Frames; i++)
        {
            Assert.InRange(stems.Sum.Left[i] - mixed.Master.Left[i], -1e-5f, 1e-5f);
        }
    }

    [Theory]
    [InlineData(2000, -4)]
    [InlineData(1000, -2.2)]
    [InlineData(100, 0)]
    public void A_planned_dip_takes_the_presence_in_its_spans_only(double hertz, double change)
    {
        var dipped = Alone(
            new()
            {
                Id = "a",
                PresenceDuck = new(4, 0.01, 0.05) { Spans = [new(1, 2)] },
            },
            Signals.Sine(hertz, 0.3, Frames)
        );
        var plain = Alone(new() { Id = "a" }, Signals.Sine(hertz, 0.3, Frames));

        Assert.True(plain.Left.AsSpan(0, 43000).SequenceEqual(dipped.Left.AsSpan(0, 43000)));
        Assert.True(plain.Left.AsSpan(120000).SequenceEqual(dipped.Left.AsSpan(120000)));
        var inside = Signals.Db(
            Signals.Rms(dipped.Left.AsSpan(60000, 20000)) / Signals.Rms(plain.Left.AsSpan(60000, 20000))
        );
        Assert.Equal(change, inside, 0.5);
    }

    [Fact]
    public void A_width_curve_moves_the_sides_and_leaves_the_middle()
    {
        var (left, right) = (Signals.Sine(500, 0.2, Frames), Signals.Sine(800, 0.2, Frames));
        var wide = Alone(new() { Id = "a", WidthCurve = [new(1, 0), new(1.1, 6)] }, left, right);
        var plain = Alone(new() { Id = "a" }, left, right);
        float[] Side(AudioBuffer b) => [.. b.Left.Zip(b.Right, (l, r) => l - r)];
        float[] Middle(AudioBuffer b) => [.. b.Left.Zip(b.Right, (l, r) => l + r)];

        Assert.True(plain.Left.AsSpan(0, 43000).SequenceEqual(wide.Left.AsSpan(0, 43000)));
        Assert.Equal(6, Change(Side(wide), Side(plain)), 0.01);
        Assert.Equal(0, Change(Middle(wide), Middle(plain)), 0.001);
    }

    /// <summary>Oracle: zero crossings of a tone, timed by interpolation.</summary>
    [Fact]
    public void A_worn_tape_wavers_by_a_few_tenths_of_a_percent_and_a_steady_one_only_delays()
    {
        var tone = Signals.Sine(1000, 0.5, 5 * Signals.Rate);
        var (left, right) = (tone.ToArray(), tone.ToArray());
        new TapeSpeed(1).Process(left, right);
        Assert.Equal(left, right);
        var speeds = Speeds(left.AsSpan(4410));
        Assert.InRange(speeds.Max() - speeds.Min(), 0.002, 0.006);
        Assert.InRange(speeds.Average(), 0.9995, 1.0005);

        left = [.. tone];
        new TapeSpeed(0).Process(left, right);
        var steady = Speeds(left.AsSpan(4410));
        Assert.InRange(steady.Max() - steady.Min(), 0, 1e-4);
    }

    [Fact]
    public void A_tape_s_block_size_does_not_change_a_bit() =>
        Gen.Int[1, 600]
            .Sample(
                block =>
                {
                    var (left, right) = (Signals.Noise(1, 1, 4000), Signals.Noise(2, 1, 4000));
                    var (a, b) = (left.ToArray(), right.ToArray());
                    new TapeSpeed(0.7).Process(left, right);
                    var tape = new TapeSpeed(0.7);
                    for (var i = 0; i < a.Length; i += block)
                    {
                        var count = Math.Min(block, a.Length - i);
                        tape.Process(a.AsSpan(i, count), b.AsSpan(i, count));
                    }

                    Assert.Equal(left, a);
                    Assert.Equal(right, b);
                },
                iter: 40
            );

    [Fact]
    public void A_trim_lies_before_the_dynamics_and_a_fader_behind_them()
    {
        var tone = Signals.Sine(997, 0.05, Frames);
        var plain = Alone(new() { Id = "a" }, tone);
        Assert.Equal(9, Change(Alone(new() { Id = "a", TrimDb = 9 }, tone).Left, plain.Left), 0.01);

        var compressor = new CompressorSettings(-12, 4, 0.005, 0.1);
        var strip = new ChannelSettings { Id = "a", Compressor = compressor };
        var trimmed = Alone(strip with { TrimDb = 20 }, tone);
        var faded = Alone(strip with { GainDb = 20 }, tone);
        Assert.Equal(20, Change(faded.Left, plain.Left), 0.01);
        var reduction = new Compressor(compressor).ReductionAt(Signals.Db(0.5));
        Assert.Equal(20 - reduction, Change(trimmed.Left, plain.Left), 0.15);
    }

    [Fact]
    public void The_loudness_behind_a_strip_leaves_its_fader_out()
    {
        var tone = Signals.Sine(997, 0.1, Frames);
        var strip = new ChannelSettings { Id = "a", Pan = 0.5 };
        Assert.Equal(-20, StripLoudness.Of(strip, tone), 0.1);
        Assert.Equal(
            StripLoudness.Of(strip, tone),
            StripLoudness.Of(strip with { GainDb = 9, GainCurve = [new(0, 3)] }, tone)
        );
        Assert.True(StripLoudness.Of(strip with { HighPassHz = 5000 }, tone) < -40);
    }

    private static AudioBuffer Alone(ChannelSettings strip, float[] left, float[]? right = null) =>
        new MixDown(s_plain with { Channels = [strip] })
            .Run([new ArraySource("a", left, right ?? left)], Frames)
            .Master;

    // Over the last second and a half.
    private static double Change(float[] now, float[] before) =>
        Signals.Db(Signals.Rms(now.AsSpan(Frames / 2)) / Signals.Rms(before.AsSpan(Frames / 2)));

    // Cycles of 20 ms beside the mean of a tone at 1 kHz.
    private static List<double> Speeds(ReadOnlySpan<float> tone)
    {
        var crossings = new List<double>();
        for (var i = 1; i < tone.Length; i++)
        {
            if (tone[i - 1] < 0 && tone[i] >= 0)
            {
                crossings.Add(i - tone[i] / (tone[i] - tone[i - 1]));
            }
        }

        var speeds = new List<double>();
        for (var i = 20; i < crossings.Count; i += 20)
        {
            speeds.Add(20 * Signals.Rate / 1000.0 / (crossings[i] - crossings[i - 20]));
        }

        return speeds;
    }
}

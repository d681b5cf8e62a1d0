using CsCheck;

namespace Troubadour.Audio.Tests.Metering;

/// <summary>Meters that read a sound once for many questions.</summary>
public class BlockMeterTests
{
    /// <summary>Oracle: <see cref="LoudnessMeter"/> on the sound that the gains make.</summary>
    [Fact]
    public void Loudness_under_gains_is_that_of_the_sound_they_make() =>
        Gen.Select(Gen.Int[1, 10000], Gen.Float[0.05f, 1].Array[13, 13])
            .Sample(
                (seed, gains) =>
                {
                    const int Rate = 44100;
                    const int Block = 32;
                    var sound = TestSignals.Noise(seed, 0.2, 12 * Rate);
                    var blocks = new LoudnessBlocks(Block);
                    blocks.Process(sound.AsSpan(0, 1001), sound.AsSpan(0, 1001));
                    blocks.Process(sound.AsSpan(1001), sound.AsSpan(1001));
                    var edges = new float[(sound.Length + Block - 1) / Block + 1];
                    for (var e = 0; e < edges.Length; e++)
                    {
                        var second = Math.Min((double)e * Block / Rate, 11.999);
                        var whole = (int)second;
                        edges[e] = gains[whole] + (float)(second - whole) * (gains[whole + 1] - gains[whole]);
                    }

                    for (var i = 0; i < sound.Length; i++)
                    {
                        var (b, part) = (i / Block, (i % Block + 1) / (float)Block);
                        sound[i] *= edges[b] + part * (edges[b + 1] - edges[b]);
                    }

                    var expected = LoudnessMeter.Of(TestSignals.Stereo(sound, sound)).Integrated;
                    // A window that lies on the gate may fall on either side of it.
                    Assert.Equal(expected, blocks.Integrated(edges), 0.15);
                },
                iter: 10
            );

    [Fact]
    public void Silence_that_is_skipped_reads_as_silence_that_is_heard() =>
        Gen.Select(Gen.Int[0, 30000], Gen.Int[1, 100000])
            .Sample(
                (gap, seed) =>
                {
                    var noise = TestSignals.Noise(seed, 0.3, 20000);
                    var silence = new float[gap];
                    var (heard, skipped) = (new LoudnessMeter(), new LoudnessMeter());
                    foreach (var meter in (LoudnessMeter[])[heard, skipped])
                    {
                        meter.Process(noise, noise);
                        if (meter == heard)
                        {
                            meter.Process(silence, silence);
                        }
                        else
                        {
                            meter.Skip(gap);
                        }

                        meter.Process(noise, noise);
                    }

                    Assert.Equal(heard.Momentary, skipped.Momentary);
                },
                iter: 40
            );

    /// <summary>Oracle: <see cref="TruePeak.Of"/> on each block with the sample before it.</summary>
    [Fact]
    public void Peaks_of_blocks_are_those_of_each_by_itself() =>
        Gen.Select(Gen.Int[1, 100000], Gen.Int[1, 20])
            .Sample(
                (seed, count) =>
                {
                    const int Block = 32;
                    var around = TruePeak.Before + 1 + TruePeak.After;
                    var sound = TestSignals.Noise(seed, 1, count * Block + around);
                    var peaks = new float[count];
                    TruePeak.Blocks(sound, Block, peaks);
                    for (var b = 0; b < count; b++)
                    {
                        Assert.Equal(TruePeak.Of(sound.AsSpan(b * Block, Block + around)), peaks[b]);
                    }
                },
                iter: 60
            );
}

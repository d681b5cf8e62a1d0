using CsCheck;

namespace Troubadour.Mixing.Tests;

public class MonoStemSourceTests
{
    [Fact]
    public void Phrases_sound_where_they_were_put_in_blocks_of_any_size() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Double[-0.05, 0.4].Array[1, 8])
            .Sample(
                (block, starts) =>
                {
                    var expected = new float[30000];
                    var stem = new MonoStemSource("voice");
                    var order = starts
                        .Select((s, i) => (Start: (int)Math.Round(s * 44100), Index: i))
                        .OrderBy(p => p.Start);
                    foreach (var (start, index) in order)
                    {
                        var phrase = Signals.Noise(index + 1, 0.3, 5000);
                        for (var i = Math.Max(0, -start); i < phrase.Length; i++)
                        {
                            expected[start + i] += phrase[i];
                        }
                    }

                    for (var i = 0; i < starts.Length; i++)
                    {
                        var seed = i + 1;
                        stem.Add(starts[i], () => Signals.Noise(seed, 0.3, 5000));
                    }

                    return expected.SequenceEqual(Read(stem, 30000, block));
                },
                iter: 60
            );

    [Fact]
    public void A_phrase_is_made_once_and_only_when_it_is_reached()
    {
        var made = 0;
        var stem = new MonoStemSource("voice");
        stem.Add(
            0.2,
            () =>
            {
                made++;
                return new float[20000];
            }
        );
        Read(stem, 8000, 500);
        Assert.Equal(0, made);
        Read(stem, 20000, 500);
        Assert.Equal(1, made);
        Assert.Throws<InvalidOperationException>(() => stem.Add(0.5, new float[10]));
    }

    private static float[] Read(MonoStemSource stem, int frames, int block)
    {
        var output = new float[frames];
        var (right, reverb, chorus) = (new float[block], new float[block], new float[block]);
        for (var i = 0; i < frames; i += block)
        {
            var n = Math.Min(block, frames - i);
            stem.Read(output.AsSpan(i, n), right.AsSpan(0, n), reverb.AsSpan(0, n), chorus.AsSpan(0, n));
            Assert.True(output.AsSpan(i, n).SequenceEqual(right.AsSpan(0, n)));
        }

        return output;
    }
}

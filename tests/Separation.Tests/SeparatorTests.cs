using Troubadour.Audio;

namespace Troubadour.Separation.Tests;

/// <summary>Laws of the separator with the network that the repository has.</summary>
public sealed class SeparatorTests : IDisposable
{
    private readonly Separator _separator = Separator.Load(ModelPath);

    private static string ModelPath => Path.Combine(AppContext.BaseDirectory, "separation.onnx");

    public void Dispose() => _separator.Dispose();

    [Fact]
    public void Stems_sum_to_the_song()
    {
        var song = Sounds.Band(4);
        var stems = _separator.Separate(song);
        var sum = new AudioBuffer(song.Length);
        foreach (var stem in Enum.GetValues<Stem>())
        {
            for (var i = 0; i < song.Length; i++)
            {
                sum.Left[i] += stems[stem].Left[i];
                sum.Right[i] += stems[stem].Right[i];
            }
        }

        Assert.True(Sounds.Distance(song, sum) < 1e-5);
    }

    [Fact]
    public void Silence_stays_silence()
    {
        var stems = _separator.Separate(new AudioBuffer(100_000));
        Assert.All(Enum.GetValues<Stem>(), stem => Assert.DoesNotContain(stems[stem].Left, x => x != 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(441)]
    [InlineData(3000)]
    public void Short_sounds_come_out_as_long_and_finite(int length)
    {
        var stems = _separator.Separate(Sounds.Noise(length));
        Assert.All(Enum.GetValues<Stem>(), stem => Assert.True(Array.TrueForAll(stems[stem].Left, float.IsFinite)));
        Assert.Equal(length, stems[Stem.Vocals].Length);
    }

    [Fact]
    public void One_channel_on_both_sides_stays_so()
    {
        var song = Sounds.Changed(Sounds.Band(2), (left, _) => (left, left));
        var stems = _separator.Separate(song);
        Assert.All(
            Enum.GetValues<Stem>(),
            stem => Assert.True(Sounds.Distance(stems[stem].Left, stems[stem].Right) < 1e-5)
        );
    }

    [Fact]
    public void A_song_ten_decibels_softer_gives_stems_ten_decibels_softer()
    {
        const float Gain = 0.3162278f;
        var song = Sounds.Band(3);
        var loud = _separator.Separate(song);
        var soft = _separator.Separate(Sounds.Changed(song, (left, right) => (left * Gain, right * Gain)));
        foreach (var stem in Enum.GetValues<Stem>())
        {
            var expected = Sounds.Changed(loud[stem], (left, right) => (left * Gain, right * Gain));
            Assert.True(Sounds.Distance(expected, soft[stem]) < 1e-4);
        }
    }

    [Fact]
    public void Sides_exchanged_give_stems_with_sides_exchanged()
    {
        var song = Sounds.Band(3);
        var stems = _separator.Separate(song);
        var turned = _separator.Separate(Sounds.Changed(song, (left, right) => (right, left)));
        foreach (var stem in Enum.GetValues<Stem>())
        {
            var expected = Sounds.Changed(stems[stem], (left, right) => (right, left));
            Assert.True(Sounds.Distance(expected, turned[stem]) < 1e-4);
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1024)]
    [InlineData(77_777)]
    public void Blocks_of_any_size_give_the_same_samples(int block)
    {
        var song = Sounds.Band(20);
        var whole = _separator.Separate(song);
        var cut = new SeparatedSong(song.Length);
        var stream = _separator.Open(new MemorySink(cut));
        for (var at = 0; at < song.Length; at += block)
        {
            var count = Math.Min(block, song.Length - at);
            stream.Push(song.Left.AsSpan(at, count), song.Right.AsSpan(at, count));
        }

        stream.Finish();
        Assert.All(Enum.GetValues<Stem>(), stem => Assert.Equal(0, Sounds.Distance(whole[stem], cut[stem])));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Songs_at_the_same_time_do_not_touch_each_other(int threads)
    {
        var songs = Enumerable.Range(1, threads).Select(i => Sounds.Noise(80_000, (uint)i)).ToArray();
        var alone = songs.Select(song => _separator.Separate(song)).ToArray();
        var together = new SeparatedSong[threads];
        Parallel.For(0, threads, i => together[i] = _separator.Separate(songs[i]));
        for (var i = 0; i < threads; i++)
        {
            Assert.Equal(0, Sounds.Distance(alone[i][Stem.Drums], together[i][Stem.Drums]));
            Assert.Equal(0, Sounds.Distance(alone[i][Stem.Other], together[i][Stem.Other]));
        }
    }

    [Fact]
    public void A_missing_model_is_refused_by_name()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Separator.Load("/nowhere/net.onnx"));
        Assert.Contains("/nowhere/net.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_is_refused_by_name()
    {
        var bytes = File.ReadAllBytes(ModelPath);
        foreach (var damaged in new[] { [], "not a model"u8.ToArray(), bytes[..(bytes.Length / 2)], OtherNames(bytes) })
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            File.WriteAllBytes(path, damaged);
            try
            {
                var error = Assert.Throws<InvalidDataException>(() => Separator.Load(path));
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    // The same model, but what is called "powers" has another name: loads, and is no separation model.
    private static byte[] OtherNames(byte[] model)
    {
        var copy = model.ToArray();
        for (var at = 0; (at = copy.AsSpan().IndexOf("powers"u8)) >= 0; )
        {
            "flowers"u8[..6].CopyTo(copy.AsSpan(at));
        }

        return copy;
    }
}
